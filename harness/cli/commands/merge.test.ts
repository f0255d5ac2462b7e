import { test } from 'vitest';
import type { Results } from '../../../suites/vocabulary/result.ts';
import { plainAdapter, userFolder } from '../../fixtures/command-line.ts';

/** A few scenarios of one suite, some in each of two shards. */
const RUN = ['--client=./client.ts', '--scenario=method-matrix/30[1278]-{get,post}'];

/** The program runs six times. */
const TIME_LIMIT = 400_000;

test.concurrent(
  'merged shards, one of them compact, are equal to the whole run but for its start; without a shard, only a report is written',
  async ({ expect: x }) => {
    await using folder = await userFolder({ 'client.ts': plainAdapter('plain') });
    await Promise.all([
      folder.run(...RUN, '--output=whole'),
      folder.run(...RUN, '--shard=1/2', '--output=first'),
      folder.run(...RUN, '--shard=2/2', '--output=second', '--reporter=compact', '--reporter=no-json'),
    ]);
    const [merged, refused, reported] = await Promise.all([
      folder.run('merge', 'second/compact', 'first/results.json'),
      folder.run('merge', 'first/results.json', '--output=refused'),
      folder.run('report', 'first/results.json', '--output=again'),
    ]);

    x(merged).toMatchObject({ code: 0, stderr: '' });
    x(merged.stdout).toContain('Report: conformance-report/index.html');
    const [whole, joined] = await Promise.all([folder.results('whole'), folder.results()]);
    const startedAt = '2026-01-01T00:00:00.000Z';
    const atOneTime = (results: Results): Results => ({ ...results, run: { ...results.run, startedAt } });
    x(joined.cells).toHaveLength(8);
    x(atOneTime(joined)).toEqual(atOneTime(whole));

    x(refused).toEqual({
      code: 2,
      stdout: '',
      stderr: 'redirect-conformance: plain: shard 2/2 is missing; add its results, or run it again\n',
    });
    x(await folder.written('refused')).toEqual([]);

    x(reported).toMatchObject({ code: 0, stderr: '' });
    x(await folder.written('again')).toEqual(await folder.written('first'));
    x(await folder.results('again')).toEqual(await folder.results('first'));
  },
  TIME_LIMIT,
);

test.concurrent.for<[what: string, args: readonly string[], line: RegExp]>([
  ['a merge of nothing', ['merge'], /missing required argument 'results'/],
  ['a report of a folder without results', ['report', '.'], /a folder without run\.json\.br; name a file of results/],
  ['a report of a file that does not exist', ['report', 'missing.json'], /missing\.json: no such file/],
  ['a report with an option of a run', ['report', 'missing.json', '--profile=fetch'], /report takes no --profile/],
])('one line on stderr and the exit code 2 for %s', async ([, args, line], { expect: x }) => {
  await using folder = await userFolder();
  const { code, stdout, stderr } = await folder.run(...args);
  x(stderr).toMatch(line);
  x(stderr.trimEnd().split('\n')).toHaveLength(1);
  x({ code, stdout, written: await folder.written() }).toEqual({ code: 2, stdout: '', written: [] });
});

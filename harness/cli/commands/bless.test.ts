import { describe, expect, test } from 'vitest';
import { catalogueVersion } from '../../build/check-ids.ts';
import { plainAdapter, userFolder } from '../../fixtures/command-line.ts';

const deviating = plainAdapter('house').replace("'follow'", "method === 'PROPFIND' ? 'manual' : 'follow'");
const FEW = '--scenario=method-matrix/307-{get,propfind}';
const KNOWN = 'redirect-conformance.known.json';

test('the loop of a gate: a run fails, bless accepts it, a fix makes entries stale, and bless --prune removes them', async () => {
  await using folder = await userFolder({
    'client.ts': deviating,
    'redirect-conformance.config.json': '{ "clients": ["./client.ts"] }',
  });
  const first = await folder.run(FEW);
  expect(first.code).toBe(1);
  expect(first.stdout).toContain("bless --client=./client.ts --check='method-matrix/307-propfind#followed'");

  const blessed = await folder.run('bless', '--reason=PROPFIND is not followed');
  expect(blessed).toMatchObject({ code: 0, stderr: '' });
  const list = JSON.parse(await folder.read(KNOWN)) as object;
  expect(list).toMatchObject({ version: 1, profile: 'fetch', failOn: 'must', catalogue: catalogueVersion() });
  expect(list).toHaveProperty('clients.house', expect.objectContaining({}));
  expect(await folder.run(FEW)).toMatchObject({ code: 0 });
  const { unexpected, cells } = await folder.results();
  expect(unexpected).toEqual([]);
  expect(cells.flatMap(({ checks }) => Object.values(checks)).filter(({ known }) => known !== undefined)).toHaveLength(1);

  await folder.write('client.ts', plainAdapter('house'));
  const fixed = await folder.run(FEW);
  expect(fixed.code).toBe(1);
  expect(fixed.stdout).toContain('Stale entries in the known deviations: 1');
  const pruned = await folder.run('bless', '--prune');
  expect(pruned.code).toBe(0);
  expect(pruned.stdout).toContain('removed  method-matrix/');
  expect(await folder.read(KNOWN)).not.toContain('propfind');
  expect(await folder.run(FEW)).toMatchObject({ code: 0 });
});

describe.concurrent('bless writes nothing, and says so in one line, if', () => {
  const otherProfile = JSON.stringify({
    version: 1,
    profile: 'strict',
    failOn: 'must',
    clients: {},
  });

  test.for<[what: string, args: readonly string[], line: RegExp]>([
    ['there is neither a reason nor --prune', ['--client=./client.ts'], /bless needs --reason=<text>, --prune, or both/],
    ['no client is named', ['--reason=x'], /bless needs --client=<names>/],
    ['only a part is asked for', ['--client=./client.ts', '--reason=x', '--suite=cycles'], /bless takes no --suite/],
    [
      'the list is for another profile',
      ['--client=./client.ts', '--reason=x', '--profile=fetch', '--known=strict.json'],
      /strict\.json is for --profile=strict --fail-on=must, not for --profile=fetch/,
    ],
  ])('%s', async ([, args, line]) => {
    await using folder = await userFolder({ 'client.ts': plainAdapter('house'), 'strict.json': otherProfile });
    const { code, stderr } = await folder.run('bless', ...args);
    expect(stderr).toMatch(line);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(code).toBe(2);
    expect(await folder.read('strict.json')).toBe(otherProfile);
  });
});

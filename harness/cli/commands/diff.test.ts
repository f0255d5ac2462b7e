import { type DisposableTempDir, mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  judged,
  sampleCell,
  sampleColumn,
  sampleResults,
  sampleScenario,
  settledSample,
} from '../../../reports/sample.fixture.ts';
import type { CheckResult, Results } from '../../../suites/vocabulary/result.ts';
import { userFolder } from '../../fixtures/command-line.ts';
import { diff } from './diff.ts';

const scenario = sampleScenario('area/a', settledSample);

/** A run in which these clients have these results. */
const runOf = (clients: Readonly<Record<string, CheckResult>>): Results =>
  sampleResults(
    Object.keys(clients).map(sampleColumn),
    [scenario],
    Object.entries(clients).map(([id, result]) => sampleCell(id, scenario, [result])),
  );

const [good, bad] = [judged('response', 'pass'), judged('hung', 'fail')];
const broken: CheckResult = {
  finding: { none: 'harness fault', because: 'it broke' },
  verdicts: { fetch: 'error', lax: 'error' },
};

const files = {
  'good.json': JSON.stringify(runOf({ x: good, y: bad })),
  'bad.json': JSON.stringify(runOf({ x: bad, y: bad })),
  'broken.json': JSON.stringify(runOf({ x: broken, y: bad })),
  'renamed.json': JSON.stringify(runOf({ z: bad })),
  'single.json': JSON.stringify(runOf({ x: good })),
  'with:colon.json': JSON.stringify(runOf({ x: good })),
  'later.json': JSON.stringify({ ...runOf({}), version: 99, suites: 'unknown' }),
  'half.json': JSON.stringify({ ...runOf({}), cells: 'none' }),
  'unknown-fact.json': JSON.stringify(runOf({ x: good })).replace('"kind":"settled"', '"kind":"teleport"'),
  'text.json': 'no JSON',
};

let folder: DisposableTempDir;

beforeAll(async () => {
  folder = await mkdtempDisposable(join(tmpdir(), 'results-'));
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(folder.path, name), text)));
});

afterAll(() => folder.remove());

type Options = Parameters<typeof diff>[2];

const compare = (first: string, second: string, options: Options = {}): ReturnType<typeof diff> =>
  diff(join(folder.path, first), join(folder.path, second), options);

describe('diff', () => {
  test('compares two runs column by column, and exits with 0 whatever changed', () => {
    const { code, text } = compare('good.json', 'bad.json');
    expect(code).toBe(0);
    expect(text).toContain('x 1.0.0, y 1.0.0, under Fetch Standard (--profile=fetch)\n1 regression, 0 fixes');
    expect(text).toContain('area/a#settled');
  });

  test.for<[what: string, first: string, second: string, title: string]>([
    ['two columns of one run', 'bad.json:x', 'bad.json:y', 'x 1.0.0 → y 1.0.0,'],
    ['a named column and the one with the same id', 'good.json:y', 'bad.json', 'y 1.0.0,'],
    ['a named column and the only one of the other run', 'good.json:y', 'single.json', 'y 1.0.0 → x 1.0.0,'],
    ['the only columns of two runs', 'single.json', 'renamed.json', 'x 1.0.0 → z 1.0.0,'],
    ['a file with a colon in its name', 'with:colon.json', 'single.json', 'x 1.0.0,'],
    ['a column of a file with a colon in its name', 'with:colon.json:x', 'renamed.json', 'x 1.0.0 → z 1.0.0,'],
  ])('compares %s', ([, first, second, title]) => {
    const { text } = compare(first, second);
    expect(text.slice(0, title.length)).toBe(title);
  });

  test.for<[what: string, first: string, second: string, options: Options, code: number]>([
    ['1 with a regression', 'good.json', 'bad.json', {}, 1],
    ['0 with a fix', 'bad.json', 'good.json', {}, 0],
    ['0 if the profile has no rule against it', 'good.json', 'bad.json', { profile: 'lax' }, 0],
    ['2 if a check could not be compared', 'good.json', 'broken.json', {}, 2],
  ])('exits under --fail-on-regression with %s', ([, first, second, options, code]) => {
    expect(compare(first, second, { ...options, failOnRegression: true }).code).toBe(code);
    expect(compare(first, second, options).code).toBe(0);
  });

  test('judges by the profile that is asked for', () => {
    const { text } = compare('good.json', 'bad.json', { profile: 'lax' });
    expect(text).toContain('under Lax (--profile=lax)\n0 regressions, 0 fixes');
  });

  test.for<[what: string, first: string, second: string, options: Options, line: RegExp]>([
    ['a file that does not exist', 'good.json', 'missing.json', {}, /missing\.json: no such file$/],
    [
      'a folder',
      'good.json',
      '.',
      {},
      /: a folder without run\.json\.br; name a file of results, or a folder of compact results$/,
    ],
    ['a file that is not JSON', 'text.json', 'good.json', {}, /text\.json is not a valid results file: /],
    [
      'results of another version',
      'good.json',
      'later.json',
      {},
      /later\.json .*reads version 2 of results, and not 99; use the program that wrote them, or run again/,
    ],
    ['results that are not whole', 'good.json', 'half.json', {}, /half\.json is not a valid results file: .*cells$/],
    ['an unknown kind of fact', 'good.json', 'unknown-fact.json', {}, /unknown-fact\.json is not a valid results file: .*kind$/],
    ['an unknown column', 'good.json:axios', 'bad.json', {}, /good\.json: it has no column axios; it has x, y$/],
    ['a column that only one side has', 'renamed.json:z', 'good.json', {}, /good\.json: it has no column z; it has x, y$/],
    [
      'no common column',
      'good.json',
      'renamed.json',
      {},
      /no column in common \(x, y; z\); name one of each, such as .*good\.json:x$/,
    ],
    ['an unknown profile', 'good.json', 'bad.json', { profile: 'none' }, /--profile=none: no such profile/],
  ])('refuses in one line %s', ([, first, second, options, line]) => {
    expect(() => compare(first, second, options)).toThrow(
      expect.objectContaining({ name: 'UsageError', message: expect.stringMatching(line) }),
    );
    expect(() => compare(first, second, options)).not.toThrow(/\n/);
  });
});

test.concurrent('the command has formats and exit codes', async ({ expect: x }) => {
  await using user = await userFolder(files);
  const regression = await user.run('diff', 'good.json', 'bad.json', '--format=markdown', '--fail-on-regression');
  x(regression).toMatchObject({ code: 1, stderr: '' });
  x(regression.stdout).toContain('## Redirects: x 1.0.0, y 1.0.0\n');
});

test.concurrent.for<[what: string, args: readonly string[], line: RegExp]>([
  ['one file', ['good.json'], /missing required argument 'after'/],
  [
    'no common column',
    ['good.json', 'renamed.json'],
    /^redirect-conformance: good\.json and renamed\.json have no column in common/,
  ],
  ['an unknown format', ['good.json', 'bad.json', '--format=pdf'], /--format.*pdf.*text, markdown, json, release-notes/],
  ['an option of a run', ['good.json', 'bad.json', '--client=got'], /diff takes no --client/],
])('the command writes one line and exits with 2 for %s', async ([, args, line], { expect: x }) => {
  await using user = await userFolder(files);
  const { code, stdout, stderr } = await user.run('diff', ...args);
  x(stderr).toMatch(line);
  x(stderr.trimEnd().split('\n')).toHaveLength(1);
  x({ code, stdout }).toEqual({ code: 2, stdout: '' });
});

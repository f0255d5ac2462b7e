import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { KnownList } from '../../suites/judging/known-list.ts';
import { unexpectedIn } from '../../suites/judging/unexpected.ts';
import type { Finding } from '../../suites/vocabulary/finding.ts';
import type { KnownDeviation } from '../../suites/vocabulary/known.ts';
import type { CheckResult } from '../../suites/vocabulary/result.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import type { Verdict } from '../../suites/vocabulary/verdict.ts';
import { readKnownDeviations } from './known-file.ts';
import { UsageError } from './usage-error.ts';

const known = (finding: string, more: Partial<KnownDeviation> = {}): KnownDeviation => ({ finding, reason: 'upstream', ...more });

const result = (verdict: Verdict, finding: Finding): CheckResult => ({ finding, verdicts: { fetch: verdict } });
const failed = result('fail', { value: 'returned 302' });
const warned = result('warn', { value: 'returned 302' });
const passed = result('pass', { value: 'followed' });
const gone = result('n/a', { none: 'no such request', because: 'no request 1 came' });

type Entries = Readonly<Record<string, KnownDeviation>>;

/** Why the check `area/a#followed` is unexpected; undefined if it is as expected. */
const whyUnexpected = (check: CheckResult, entries: Entries, failOn: 'must' | 'should' = 'must'): string | undefined =>
  unexpectedIn({ checks: { 'area/a#followed': check } }, new KnownList(entries), 'fetch', failOn)[0]?.why;

describe('a check is as expected if it', () => {
  test.for<[title: string, check: CheckResult, entries: Entries, failOn?: 'must' | 'should']>([
    ['passes', passed, {}],
    ['is n/a', gone, {}],
    ['misses a should, and only a missed must fails the run', warned, {}],
    ['fails as its id in the list says', failed, { 'area/a#followed': known('returned 302') }],
    ['fails as a glob in the list says', failed, { 'area/*': known('returned 302') }],
    ['misses a should as a glob in the list says', warned, { 'area/*': known('returned 302') }, 'should'],
    [
      'fails as its id in the list says, although a glob says something else',
      failed,
      { 'area/*': known('error: other'), 'area/a#followed': known('returned 302') },
    ],
  ])('%s', ([, check, entries, failOn]) => {
    expect(whyUnexpected(check, entries, failOn)).toBeUndefined();
  });
});

describe('a check is unexpected if it', () => {
  test.for<[title: string, why: string, check: CheckResult, entries: Entries, failOn?: 'must' | 'should']>([
    ['fails and is not listed', 'fail under fetch, and not a known deviation', failed, {}],
    ['misses a should, and a missed should fails the run', 'warn under fetch, and not a known deviation', warned, {}, 'should'],
    [
      'fails in another way than the list says',
      'its known deviation is: error: other',
      failed,
      { 'area/*': known('error: other') },
    ],
    [
      'passes although it is listed',
      'is a known deviation (returned 302), and is now pass: remove the entry',
      passed,
      { 'area/a#followed': known('returned 302') },
    ],
    [
      'is n/a although it is listed',
      'is a known deviation (returned 302), and is now n/a: remove the entry',
      gone,
      { 'area/*': known('returned 302') },
    ],
    [
      'misses a should although it is listed, and only a missed must fails the run',
      'is a known deviation (returned 302), and is now warn: remove the entry',
      warned,
      { 'area/*': known('returned 302') },
    ],
  ])('%s', ([, why, check, entries, failOn]) => {
    expect(whyUnexpected(check, entries, failOn)).toBe(why);
  });
});

const catalogue: readonly Scenario[] = ['area/a', 'area/b', 'other/a'].map((id) => ({
  id,
  title: id,
  routes: {},
  calls: [],
  checks: [{ fact: { kind: 'followed', to: '{home}/target' }, rulings: [] }],
}));

describe('a list', () => {
  test.for<[title: string, complaints: readonly string[], entries: Entries]>([
    ['that is correct has no complaints', [], { 'area/*': known('x', { count: 2 }), 'other/a#followed': known('x') }],
    ['may have entries that expire in the future', [], { 'other/a#followed': known('x', { expires: '2026-11-20' }) }],
    [
      'does not count a check with an exact id for a glob',
      [],
      { 'area/*': known('x', { count: 1 }), 'area/b#followed': known('y') },
    ],
    ['reports an id that matches no check', ['area/c#followed matches no check; remove it'], { 'area/c#followed': known('x') }],
    ['reports a glob that matches no check', ['area/c* matches no check; remove it'], { 'area/c*': known('x', { count: 1 }) }],
    ['reports a wrong count', ['area/* matches 2 checks, but its count is 3'], { 'area/*': known('x', { count: 3 }) }],
    ['reports a missing count', ['area/* matches 2 checks, but has no count'], { 'area/*': known('x') }],
    [
      'reports an expired entry',
      ['other/a#followed expired on 2026-11-19'],
      { 'other/a#followed': known('x', { expires: '2026-11-19' }) },
    ],
  ])('%s', ([, complaints, entries]) => {
    expect(new KnownList(entries).complaints(catalogue, '2026-11-20')).toEqual(complaints);
  });

  test('in which two globs match one check is ambiguous', () => {
    const list = new KnownList({ 'area/*': known('x'), '*/a#followed': known('y') });
    expect(list.ambiguity(catalogue)).toBe('area/* and */a#followed both match area/a#followed; make one of them narrower');
  });

  test('is still ambiguous if another check has an exact id', () => {
    const list = new KnownList({ 'area/*': known('x'), '*/a#followed': known('y'), 'area/b#followed': known('z') });
    expect(list.ambiguity(catalogue)).toMatch(/both match area\/a#followed/);
  });

  test('is not ambiguous if the check has an exact id', () => {
    const list = new KnownList({ 'area/*': known('x'), '*/a#followed': known('y'), 'area/a#followed': known('z') });
    expect(list.ambiguity(catalogue)).toBeUndefined();
  });
});

const valid = {
  version: 1,
  profile: 'fetch',
  failOn: 'must',
  clients: { got: { 'area/*': { finding: 'x', reason: 'y', count: 2 } } },
};

const entry = (deviation: object): string => JSON.stringify({ ...valid, clients: { got: { 'area/*': deviation } } });

describe('a file', () => {
  test('that is valid is read unchanged', async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'known-'));
    const file = join(folder.path, 'known.json');
    await writeFile(file, JSON.stringify(valid));
    expect(readKnownDeviations(file)).toEqual(valid);
  });

  test.for<[title: string, content: string, reason: RegExp]>([
    ['is not JSON', 'oops', /not valid JSON/],
    ['is not JSON, on several lines', 'oops\n\nno\n', /not valid JSON/],
    ['is not an object', '[]', /expected object/],
    ['has another version', JSON.stringify({ ...valid, version: 2 }), /version/],
    ['does not say what fails a run', JSON.stringify({ ...valid, failOn: undefined }), /failOn/],
    ['has an unknown field', JSON.stringify({ ...valid, clientz: {} }), /clientz/],
    ['has an entry without a finding', entry({ reason: 'y' }), /finding/],
    ['has an entry without a reason', entry({ finding: 'x', reason: '' }), /a reason in plain words is needed/],
    ['has an entry with a count of 0', entry({ finding: 'x', reason: 'y', count: 0 }), /count/],
    ['has an entry with an expiry that is not a date', entry({ finding: 'x', reason: 'y', expires: 'soon' }), /expires/],
    ['has an entry with a link that is not a URL', entry({ finding: 'x', reason: 'y', link: 'see above' }), /link/],
    ['has several mistakes', JSON.stringify({ version: 2, profile: 1 }), /version/],
  ])('that %s is refused with one line', async ([, content, reason]) => {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'known-'));
    const file = join(folder.path, 'known.json');
    await writeFile(file, content);
    const read = (): unknown => readKnownDeviations(file);
    expect(read).toThrow(UsageError);
    expect(read).toThrow(reason);
    expect(read).toThrow(/^[^\n]*known\.json is not a valid list of known deviations: [^\n]+$/);
  });

  test('that does not exist is refused', () => {
    expect(() => readKnownDeviations('/no/such/file')).toThrow('/no/such/file: no such file');
  });
});

import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { KnownDeviation } from '../suites/vocabulary/known.ts';
import type { Scenario } from '../suites/vocabulary/scenario.ts';
import type { CheckResult } from '../suites/vocabulary/result.ts';
import type { Finding, Verdict } from '../suites/vocabulary/verdict.ts';
import { readKnownDeviations } from './known-file.ts';
import { KnownList } from './known-list.ts';
import { unexpectedIn } from './unexpected.ts';
import { UsageError } from './usage-error.ts';

const known = (finding: string, more: Partial<KnownDeviation> = {}): KnownDeviation => ({ finding, reason: 'upstream', ...more });

const result = (verdict: Verdict, finding: Finding): CheckResult => ({ finding, verdicts: { fetch: verdict } });
const failed = result('fail', { value: 'returned 302' });
const warned = result('warn', { value: 'returned 302' });
const passed = result('pass', { value: 'followed' });
const gone = result('n/a', { none: 'no such request', because: 'no request 1 came' });

type Entries = Readonly<Record<string, KnownDeviation>>;

/** Why a check `area/a#followed` is unexpected; undefined where it is as expected. */
const whyUnexpected = (check: CheckResult, entries: Entries, failOn: 'must' | 'should' = 'must'): string | undefined =>
  unexpectedIn({ checks: { 'area/a#followed': check } }, new KnownList(entries), 'fetch', failOn)[0]?.why;

describe('a check is as expected where it', () => {
  test.for<[title: string, check: CheckResult, entries: Entries, failOn?: 'must' | 'should']>([
    ['passes', passed, {}],
    ['is n/a', gone, {}],
    ['misses a should, and only musts gate', warned, {}],
    ['fails as the list says by its id', failed, { 'area/a#followed': known('returned 302') }],
    ['fails as the list says by a glob', failed, { 'area/*': known('returned 302') }],
    ['misses a should as the list says', warned, { 'area/*': known('returned 302') }, 'should'],
    [
      'fails as its id says, whatever a glob says',
      failed,
      { 'area/*': known('error: other'), 'area/a#followed': known('returned 302') },
    ],
  ])('%s', ([, check, entries, failOn]) => {
    expect(whyUnexpected(check, entries, failOn)).toBeUndefined();
  });
});

describe('a check is unexpected where it', () => {
  test.for<[title: string, why: string, check: CheckResult, entries: Entries, failOn?: 'must' | 'should']>([
    ['fails and is not listed', 'fail under fetch, and no known deviation', failed, {}],
    ['misses a should, which gates too', 'warn under fetch, and no known deviation', warned, {}, 'should'],
    ['fails in another way', 'known to deviate as: error: other', failed, { 'area/*': known('error: other') }],
    [
      'passes though it is listed',
      'is a known deviation (returned 302), and is now pass: remove the entry',
      passed,
      { 'area/a#followed': known('returned 302') },
    ],
    [
      'became n/a though it is listed',
      'is a known deviation (returned 302), and is now n/a: remove the entry',
      gone,
      { 'area/*': known('returned 302') },
    ],
    [
      'misses a should though it is listed, and only musts gate',
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
    ['in order has no complaints', [], { 'area/*': known('x', { count: 2 }), 'other/a#followed': known('x') }],
    ['may have entries that expire some day', [], { 'other/a#followed': known('x', { expires: '2026-11-20' }) }],
    [
      'does not count what an exact id takes from a glob',
      [],
      { 'area/*': known('x', { count: 1 }), 'area/b#followed': known('y') },
    ],
    [
      'complains of an id that matches nothing',
      ['area/c#followed matches no check; remove it'],
      { 'area/c#followed': known('x') },
    ],
    [
      'complains of a glob that matches nothing',
      ['area/c* matches no check; remove it'],
      { 'area/c*': known('x', { count: 1 }) },
    ],
    ['complains of a wrong count', ['area/* matches 2 checks, and says count 3'], { 'area/*': known('x', { count: 3 }) }],
    ['complains of a missing count', ['area/* matches 2 checks, and says count nothing'], { 'area/*': known('x') }],
    [
      'complains of an expired entry',
      ['other/a#followed expired on 2026-11-19'],
      { 'other/a#followed': known('x', { expires: '2026-11-19' }) },
    ],
  ])('%s', ([, complaints, entries]) => {
    expect(new KnownList(entries).complaints(catalogue, '2026-11-20')).toEqual(complaints);
  });

  test('in which two globs speak of one check cannot be used, even if an exact id is not the one', () => {
    const list = new KnownList({ 'area/*': known('x'), '*/a#followed': known('y') });
    expect(() => list.refuseAmbiguity(catalogue)).toThrow(UsageError);
    expect(() => list.refuseAmbiguity(catalogue)).toThrow(
      'known deviations: area/* and */a#followed both match area/a#followed; make one of them narrower',
    );
  });

  test('in which an exact id decides between two globs can be used', () => {
    const list = new KnownList({ 'area/*': known('x'), '*/a#followed': known('y'), 'area/a#followed': known('z') });
    expect(() => list.refuseAmbiguity(catalogue)).not.toThrow();
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
  test('that is valid is read as it is', async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'known-'));
    const file = join(folder.path, 'known.json');
    await writeFile(file, JSON.stringify(valid));
    expect(readKnownDeviations(file)).toEqual(valid);
  });

  test.for<[title: string, content: string, reason: RegExp]>([
    ['is no JSON', 'oops', /not valid JSON/],
    ['is no JSON, on several lines', 'oops\n\nno\n', /not valid JSON/],
    ['is no object', '[]', /expected object/],
    ['has another version', JSON.stringify({ ...valid, version: 2 }), /version/],
    ['does not say what gates', JSON.stringify({ ...valid, failOn: undefined }), /failOn/],
    ['has a field that nobody knows', JSON.stringify({ ...valid, clientz: {} }), /clientz/],
    ['has an entry without a finding', entry({ reason: 'y' }), /finding/],
    ['has an entry without a reason', entry({ finding: 'x', reason: '' }), /a reason in plain words is needed/],
    ['has an entry with a count of none', entry({ finding: 'x', reason: 'y', count: 0 }), /count/],
    ['has an entry that expires on no date', entry({ finding: 'x', reason: 'y', expires: 'soon' }), /expires/],
    ['has an entry whose link is none', entry({ finding: 'x', reason: 'y', link: 'see above' }), /link/],
    ['has several mistakes', JSON.stringify({ version: 2, profile: 1 }), /version/],
  ])('that %s is refused in one line', async ([, content, reason]) => {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'known-'));
    const file = join(folder.path, 'known.json');
    await writeFile(file, content);
    const read = (): unknown => readKnownDeviations(file);
    expect(read).toThrow(UsageError);
    expect(read).toThrow(reason);
    expect(read).toThrow(/^[^\n]*known\.json is no valid list of known deviations: [^\n]+$/);
  });

  test('that does not exist is refused', () => {
    expect(() => readKnownDeviations('/no/such/file')).toThrow('/no/such/file: no such file');
  });
});

import { mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { KnownList } from '../../suites/judging/known-list.ts';
import { type Gate, staleEntries, unexpectedIn, withKnown } from '../../suites/judging/unexpected.ts';
import type { Finding } from '../../suites/vocabulary/finding.ts';
import type { KnownDeviation } from '../../suites/vocabulary/known.ts';
import type { CheckResult } from '../../suites/vocabulary/result.ts';
import type { Verdict } from '../../suites/vocabulary/verdict.ts';
import { readKnownDeviations } from './known-file.ts';
import { UsageError } from './usage-error.ts';

const known = (finding: string, more: Partial<KnownDeviation> = {}): KnownDeviation => ({ finding, reason: 'upstream', ...more });

const result = (verdict: Verdict, finding: Finding): CheckResult => ({ finding, verdicts: { fetch: verdict } });
const failed = result('fail', { value: 'returned 302' });
const warned = result('warn', { value: 'returned 302' });
const passed = result('pass', { value: 'followed' });
const gone = result('n/a', { none: 'no such request', because: 'no request 1 came' });

const unserved = result('n/a', { none: 'servers', because: 'no answer of it is one of nginx' });

type Entries = Readonly<Record<string, KnownDeviation>>;

const gateOf = (entries: Entries, more: Partial<Gate> = {}): Gate => ({
  column: 'x',
  profile: 'fetch',
  failOn: 'must',
  known: new KnownList(entries),
  added: new Set(),
  ...more,
});

/** What is unexpected about the check `area/a#followed`, as `kind: why`; undefined if it is as expected. */
function unexpectedOf(check: CheckResult, entries: Entries, more: Partial<Gate> = {}): string | undefined {
  const [first] = unexpectedIn({ checks: { 'area/a#followed': check } }, gateOf(entries, more));
  return first && `${first.kind}: ${first.why}`;
}

describe('a check is as expected if it', () => {
  test.for<[title: string, check: CheckResult, entries: Entries, failOn?: 'must' | 'should']>([
    ['passes', passed, {}],
    ['is n/a', gone, {}],
    ['misses a should, and only a missed must fails the run', warned, {}],
    ['fails as its id in the list says', failed, { 'area/a#followed': known('returned 302') }],
    ['fails as a glob in the list says', failed, { 'area/*': known('returned 302') }],
    ['fails as one of two globs says', failed, { 'area/*': known('error: other'), '*/a#*': known('returned 302') }],
    ['misses a should as a glob in the list says', warned, { 'area/*': known('returned 302') }, 'should'],
    ['passes, and a glob says how others fail', passed, { 'area/*': known('returned 302') }],
    ['could not be asked of the servers of the run', unserved, { 'area/a#followed': known('returned 302') }],
    ['is n/a, and a glob says how others fail', gone, { 'area/*': known('returned 302') }],
    [
      'fails as its id in the list says, although a glob says something else',
      failed,
      { 'area/*': known('error: other'), 'area/a#followed': known('returned 302') },
    ],
  ])('%s', ([, check, entries, failOn = 'must']) => {
    expect(unexpectedOf(check, entries, { failOn })).toBeUndefined();
  });
});

describe('a check is unexpected if it', () => {
  const remove = (verdict: string): string =>
    `stale: is a known deviation (returned 302), and is now ${verdict}: remove the entry`;
  const listed = { 'area/a#followed': known('returned 302') };

  test.for<[title: string, why: string, check: CheckResult, entries: Entries, more?: Partial<Gate>]>([
    ['fails and is not listed', 'regression: fail under fetch, and not a known deviation', failed, {}],
    [
      'misses a should, and a missed should fails the run',
      'regression: warn under fetch, and not a known deviation',
      warned,
      {},
      { failOn: 'should' },
    ],
    [
      'fails in another way than a glob says',
      'regression: its known deviation is: error: other',
      failed,
      { 'area/*': known('error: other') },
    ],
    [
      'fails in another way than its id says, although a glob says it',
      'regression: its known deviation is: error: other',
      failed,
      { 'area/*': known('returned 302'), 'area/a#followed': known('error: other') },
    ],
    [
      'fails, and was added to the catalogue after the list was made',
      'new: fail under fetch, and not a known deviation',
      failed,
      {},
      { added: new Set(['area/a#followed']) },
    ],
    [
      'passes, and has another finding than in an earlier run',
      'changed: it was returned 200 before',
      passed,
      {},
      { before: { 'area/a#followed': 'returned 200' } },
    ],
    [
      'is n/a, and had a finding in an earlier run',
      'changed: it was followed before',
      gone,
      {},
      { before: { 'area/a#followed': 'followed' } },
    ],
    ['passes although its id is listed', remove('pass'), passed, listed],
    ['is n/a although its id is listed', remove('n/a'), gone, listed],
    ['misses a should although its id is listed, and only a missed must fails the run', remove('warn'), warned, listed],
  ])('%s', ([, why, check, entries, more]) => {
    expect(unexpectedOf(check, entries, more)).toBe(why);
  });
});

test('a result that is known names its entry, and no other does', () => {
  const checks = { 'area/a#followed': failed, 'area/b#followed': passed, 'other/a#followed': failed };
  const { checks: marked } = withKnown({ checks }, gateOf({ 'area/*': known('returned 302') }));
  expect(Object.values(marked).map(({ known: pattern }) => pattern)).toEqual(['area/*', undefined, undefined]);
});

const catalogue = ['area/a#followed', 'area/b#followed', 'other/a#followed'];

describe('of the entries of a list', () => {
  const staleIn = (entries: Entries, results: Readonly<Record<string, CheckResult>>): readonly string[] => {
    const gate = gateOf(entries);
    const cells = [withKnown({ checks: results }, gate)];
    return staleEntries(gate, { catalogue, cells, today: '2026-11-20' }).map(({ check, why }) => `${check} ${why}`);
  };
  const bothFail = { 'area/a#followed': failed, 'area/b#followed': failed };
  const oneFails = { 'area/a#followed': failed, 'area/b#followed': passed };

  test.for<[title: string, stale: readonly string[], entries: Entries, results: Readonly<Record<string, CheckResult>>]>([
    ['none is stale where some checks have the finding', [], { 'area/*': known('returned 302') }, oneFails],
    ['none is stale where its count is right', [], { 'area/*': known('returned 302', { count: 1 }) }, oneFails],
    ['none is stale that expires in the future', [], { 'area/*': known('returned 302', { expires: '2026-11-20' }) }, bothFail],
    ['none is stale whose checks were not all run', [], { 'area/*': known('hung') }, { 'area/a#followed': failed }],
    [
      'none is stale of whose checks the servers of the run gave no answer',
      [],
      { 'area/*': known('returned 302', { count: 2 }) },
      { 'area/a#followed': failed, 'area/b#followed': unserved },
    ],
    [
      'one is stale that matches no check',
      ['area/c* matches no check: remove the entry'],
      { 'area/c*': known('returned 302') },
      {},
    ],
    [
      'a glob is stale whose finding no check has',
      ['area/* no check has the finding hung: remove the entry'],
      { 'area/*': known('hung') },
      bothFail,
    ],
    [
      'a glob is stale whose checks have entries of their own',
      ['area/* matches no check: remove the entry'],
      { 'area/*': known('hung'), 'area/a#followed': known('returned 302'), 'area/b#followed': known('returned 302') },
      bothFail,
    ],
    [
      'one is stale whose count is wrong',
      ['area/* 1 of its checks have the finding returned 302, but its count is 2'],
      { 'area/*': known('returned 302', { count: 2 }) },
      oneFails,
    ],
    [
      'one is stale that has expired',
      ['other/a#followed expired on 2026-11-19'],
      { 'other/a#followed': known('hung', { expires: '2026-11-19' }) },
      {},
    ],
  ])('%s', ([, stale, entries, results]) => {
    expect(staleIn(entries, results)).toEqual(stale);
  });
});

describe('a list is', () => {
  test('ambiguous if two globs have the same finding for one check', () => {
    const list = new KnownList({ 'area/*': known('x'), '*/a#followed': known('x'), 'area/b#followed': known('z') });
    expect(list.ambiguity(catalogue)).toBe('area/* and */a#followed both match area/a#followed; make one of them narrower');
  });

  test('not ambiguous if they have different findings, or the check has an exact id', () => {
    const entries = { 'area/*': known('x'), '*/a#followed': known('y') };
    expect(new KnownList(entries).ambiguity(catalogue)).toBeUndefined();
    const same = { 'area/*': known('x'), '*/a#followed': known('x'), 'area/a#followed': known('z') };
    expect(new KnownList(same).ambiguity(catalogue)).toBeUndefined();
  });
});

const valid = {
  version: 1,
  profile: 'fetch',
  failOn: 'must',
  // The finding of a field without a value is empty.
  clients: { got: { 'area/*': { finding: 'x', reason: 'y', count: 2 }, 'area/a#field:cookie': { finding: '', reason: 'y' } } },
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
    ['has a catalogue that is no number', JSON.stringify({ ...valid, catalogue: 'new' }), /catalogue/],
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

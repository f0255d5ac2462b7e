import { describe, expect, test } from 'vitest';
import type { Finding } from '../vocabulary/finding.ts';
import type { KnownDeviation } from '../vocabulary/known.ts';
import type { CheckResult, Unexpected } from '../vocabulary/result.ts';
import type { Verdict } from '../vocabulary/verdict.ts';
import { KnownList } from './known-list.ts';
import { failsRun, type Gate, staleEntries, unexpectedIn, withFlaky, withKnown } from './unexpected.ts';

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
      'fails, and a missed should fails the run too',
      'regression: fail under fetch, and not a known deviation',
      failed,
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

test('an unexpected result names its column, check and finding, and a stale one why it is gone', () => {
  const checks = { 'area/a#followed': failed, 'area/b#followed': passed, 'area/c#followed': failed };
  const entries = { 'area/b#followed': known('hung'), 'area/c#followed': known('hung') };
  const [finding, column] = ['returned 302', 'x'];
  const why = expect.any(String) as string;
  expect(unexpectedIn({ checks }, gateOf(entries))).toEqual([
    { column, kind: 'regression', check: 'area/a#followed', finding, why },
    { column, kind: 'stale', check: 'area/b#followed', finding: 'followed', why, cause: 'gone' },
    { column, kind: 'regression', check: 'area/c#followed', finding, why },
  ]);
});

test('a result that is not as before names its column, check and finding', () => {
  const before = { 'area/a#followed': 'hung', 'area/b#followed': 'followed' };
  const checks = { 'area/a#followed': passed, 'area/b#followed': passed, 'area/new#followed': passed };
  expect(unexpectedIn({ checks }, gateOf({}, { before }))).toEqual([
    { column: 'x', kind: 'changed', check: 'area/a#followed', finding: 'followed', why: 'it was hung before' },
  ]);
});

test('a result without a verdict under the profile of the run is no deviation, and needs no entry', () => {
  const profile = 'strict';
  expect(unexpectedOf(failed, {}, { profile })).toBeUndefined();
  expect(unexpectedOf(failed, { 'area/a#followed': known('returned 302') }, { profile })).toMatch(/ and is now error: /);
});

describe('once a scenario was run again alone,', () => {
  const regressions = (): readonly Unexpected[] => unexpectedIn({ checks: { 'area/a#followed': failed } }, gateOf({}));
  const again = { 'area/a#followed': failed, 'area/b#followed': failed, 'area/c#followed': passed };

  test('a check with another finding is flaky, and nothing else that it was', () => {
    const checks = { 'area/a#followed': failed, 'area/b#followed': passed };
    const swapped = { 'area/a#followed': passed, 'area/b#followed': failed };
    const why = 'when its scenario was run again alone, it was';
    expect(withFlaky(regressions(), 'x', { checks }, { checks: swapped })).toEqual([
      { column: 'x', kind: 'flaky', check: 'area/a#followed', finding: 'returned 302', why: `${why} followed` },
      { column: 'x', kind: 'flaky', check: 'area/b#followed', finding: 'followed', why: `${why} returned 302` },
    ]);
  });

  test('what is the same is as unexpected as it was, and so is what was not run again', () => {
    expect(withFlaky(regressions(), 'x', { checks: { 'area/a#followed': failed } }, { checks: again })).toEqual(regressions());
    expect(withFlaky(regressions(), 'x', { checks: { 'area/a#followed': failed } }, { checks: {} })).toEqual(regressions());
  });

  test('a flaky check takes nothing from the others', () => {
    const checks = { 'area/a#followed': failed, 'area/b#followed': passed };
    expect(withFlaky(regressions(), 'x', { checks }, { checks: again })).toMatchObject([
      { kind: 'flaky', check: 'area/b#followed' },
      { kind: 'regression', check: 'area/a#followed' },
    ]);
  });
});

test.for<[kind: Unexpected['kind'], fails: boolean]>([
  ['regression', true],
  ['stale', true],
  ['changed', true],
  ['flaky', true],
  ['new', false],
])('a result that is %s fails the run: %s', ([kind, fails]) => {
  expect(failsRun({ kind })).toBe(fails);
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

  test('what is stale names its column and its cause, and the right count', () => {
    const entries = {
      'area/*': known('returned 302', { count: 2 }),
      'other/*': known('hung'),
      '*/b#followed': known('hung'),
      'other/a#followed': known('hung', { expires: '2026-11-19' }),
    };
    const gate = gateOf(entries);
    const cells = [withKnown({ checks: { ...oneFails, 'other/a#followed': failed } }, gate)];
    const why = expect.any(String) as string;
    expect(staleEntries(gate, { catalogue, cells, today: '2026-11-20' })).toEqual([
      { column: 'x', kind: 'stale', check: 'area/*', cause: 'count', count: 1, why },
      { column: 'x', kind: 'stale', check: 'other/*', cause: 'gone', why },
      { column: 'x', kind: 'stale', check: '*/b#followed', cause: 'gone', why },
      { column: 'x', kind: 'stale', check: 'other/a#followed', cause: 'expired', why },
    ]);
  });

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
      'none is stale whose one check fails in another way, which is a result of its own',
      [],
      { 'area/a#followed': known('hung', { count: 1 }) },
      bothFail,
    ],
    [
      'none is stale that has the finding of one check of several that were run in cells of their own',
      [],
      { '*/a#followed': known('returned 302', { count: 2 }) },
      { 'area/a#followed': failed, 'other/a#followed': failed },
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

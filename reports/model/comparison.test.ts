import { describe, expect, it } from 'vitest';
import type { Results } from '../../suites/vocabulary/result.ts';
import {
  followedSample,
  judged,
  leakSample,
  requestSample,
  sampleCell,
  sampleColumn,
  sampleResults,
  sampleScenario,
  withoutFinding,
} from '../sample.fixture.ts';
import { type Change, compareRuns, type Comparison, pairById } from './comparison.ts';

type Result = Parameters<typeof sampleCell>[2][number];

const scenario = sampleScenario('area/a', followedSample, requestSample, leakSample);
const run = (...results: readonly Result[]): Results =>
  sampleResults([sampleColumn('x')], [scenario], [sampleCell('x', scenario, results)]);

function compare(before: Results, after: Results): Comparison {
  const [profile] = after.profiles;
  if (!profile) throw new Error('no profile');
  return compareRuns(before, after, pairById(before, after), profile);
}

const inBrief = ({ kind, check }: Change): string => `${kind} ${check}`;
const briefly = (before: Results, after: Results): readonly string[] => compare(before, after).changes.map(inBrief);

const followed = judged('followed', 'pass');
const returned = judged('returned 302', 'fail');
const fault = withoutFinding('harness fault');

describe('a comparison of two runs', () => {
  it.for<[what: string, before: Result, after: Result, kinds: readonly string[]]>([
    ['a worse verdict is a regression', followed, returned, ['regression']],
    ['a better verdict is a fix', returned, followed, ['fix']],
    ['another finding with the same verdict is another change', returned, judged('returned 0', 'fail'), ['other']],
    ['the same finding is no change', returned, returned, []],
    ['a finding that is no longer seen is no fix', returned, withoutFinding('call failed'), ['other']],
    ['a failure that was not seen before is a regression', withoutFinding('call failed'), returned, ['regression']],
    ['two reasons for n/a are no change', withoutFinding('call failed'), withoutFinding('given not met'), []],
    ['a check that a new capability allows is new', withoutFinding('capability'), returned, ['new']],
    ['a check whose capability is lost is gone', followed, withoutFinding('capability'), ['gone']],
    ['what the client could never be asked is no change', withoutFinding('capability'), withoutFinding('transport'), []],
    ['a broken harness is no change', followed, fault, []],
  ])('%s', ([, before, after, kinds], { expect: x }) => {
    x(compare(run(before), run(after)).changes.map(({ kind }) => kind)).toEqual(kinds);
  });

  it('counts what is unchanged, and what a broken harness hides', () => {
    const same = judged('GET, no body', 'pass');
    expect(compare(run(followed, same), run(fault, same))).toMatchObject({ unchanged: 1, faults: 1 });
  });

  it('has both findings, and what the worse side misses', () => {
    const missed = { expected: 'must be “followed”', requirements: ['fetch/rule'] };
    const [worse] = compare(run(followed), run(returned)).changes;
    expect(worse).toMatchObject({ before: { finding: { value: 'followed' } }, after: { verdict: 'fail' }, ...missed });
    expect(compare(run(returned), run(followed)).changes[0]).toMatchObject(missed);
  });

  it('lists checks that only one catalogue has', () => {
    const other = sampleScenario('area/b', followedSample);
    const more = sampleResults(
      [sampleColumn('x')],
      [scenario, other],
      [sampleCell('x', scenario, [followed]), sampleCell('x', other, [returned])],
    );
    expect(briefly(run(followed), more)).toEqual(['new area/b#followed']);
    expect(briefly(more, run(followed))).toEqual(['gone area/b#followed']);
  });

  it('judges both sides by the rulings of the second run, and says where the rules differ', () => {
    const lax = sampleScenario('area/a', { ...followedSample, rulings: [] });
    const after = sampleResults([sampleColumn('x')], [lax], [sampleCell('x', lax, [judged('returned 302', 'note')])]);
    const { changes, unchanged } = compare(run(returned), after);
    expect(unchanged).toBe(0);
    expect(changes).toMatchObject([{ kind: 'other', before: { verdict: 'fail' }, after: { verdict: 'note' } }]);
    expect(briefly(run(followed), after)).toEqual(['other area/a#followed']);
  });

  it('pairs columns by id, and keeps those without a counterpart', () => {
    const [before, after] = [
      sampleResults(['x', 'y'].map(sampleColumn), [], []),
      sampleResults(['z', 'x'].map(sampleColumn), [], []),
    ];
    expect(pairById(before, after).map((pair) => [pair.before?.id, pair.after?.id])).toEqual([
      [undefined, 'z'],
      ['x', 'x'],
      ['y', undefined],
    ]);
  });
});

import type { Results } from '../../suites/vocabulary/result.ts';
import { type Comparison, compareRuns, pairById } from '../model/comparison.ts';
import {
  followedSample,
  judged,
  leakSample,
  requestSample,
  sampleCell,
  sampleColumn,
  sampleResults,
  sampleScenario,
  settledSample,
} from '../sample.fixture.ts';

const checks = [settledSample, followedSample, requestSample, leakSample];

type Finding = readonly [value: string, verdict: 'pass' | 'fail'];

/** A run of the client `x` over these scenarios, with the findings of each: settled, followed, request and leak. */
export function runOf(version: string, findings: Readonly<Record<string, readonly Finding[]>>): Results {
  const scenarios = Object.keys(findings).map((id) => sampleScenario(id, ...checks));
  const cells = scenarios.map((scenario) =>
    sampleCell(
      'x',
      scenario,
      (findings[scenario.id] ?? []).map((each) => judged(...each)),
    ),
  );
  return sampleResults([{ ...sampleColumn('x'), version }], scenarios, cells);
}

export const right: readonly Finding[] = [
  ['response', 'pass'],
  ['followed', 'pass'],
  ['GET, no body', 'pass'],
  ['absent', 'pass'],
];
const wrong: readonly Finding[] = [
  ['hung', 'fail'],
  ['followed', 'pass'],
  ['POST, body lost', 'fail'],
  ['sent', 'fail'],
];

export const before = runOf('1.0.0', { 'area/a': right, 'area/b': right, 'area/c': wrong, 'area/gone': right });
export const after = runOf('2.0.0', {
  'area/a': wrong,
  'area/b': [...right.slice(0, 3), ['sent', 'fail']],
  'area/c': right,
});

/** A comparison with regressions, fixes and checks that are gone. */
export function comparisonOf(first: Results, second: Results): Comparison {
  const [profile] = second.profiles;
  if (!profile) throw new Error('results without a profile');
  return compareRuns(first, second, pairById(first, second), profile);
}

import { describe, expect, it } from 'vitest';
import { matrixOf } from './matrix.ts';
import {
  sampleCell,
  sampleColumn,
  followedSample,
  judged,
  leakSample,
  requestSample,
  sampleResults,
  sampleScenario,
  settledSample,
} from '../sample.fixture.ts';

const scenario = sampleScenario('area/a', settledSample, followedSample, requestSample, leakSample);
const fine = [judged('response', 'pass'), judged('followed', 'pass'), judged('GET, no body', 'pass'), judged('absent', 'pass')];

describe('the matrix', () => {
  const other = sampleScenario('area/b', settledSample, followedSample);
  const results = sampleResults(
    [sampleColumn('first'), sampleColumn('second')],
    [scenario, other],
    [
      sampleCell('second', scenario, [
        judged('response', 'pass'),
        judged('followed', 'pass'),
        judged('POST, same body', 'fail', 'pass'),
      ]),
      sampleCell('first', scenario, fine),
      sampleCell('first', other, [judged('response', 'pass'), judged('followed', 'note')]),
    ],
  );

  it('has cells in the order of the columns', () => {
    expect(matrixOf(results, 'fetch').suites[0]?.rows.map(({ cells }) => cells.map(({ verdict }) => verdict))).toEqual([
      ['pass', 'fail'],
      ['note', 'n/a'],
    ]);
  });

  it('counts each verdict, n/a separately from pass', () => {
    const { totals, suites } = matrixOf(results, 'fetch');
    expect(totals).toEqual([
      { pass: 1, note: 1, fail: 0, warn: 0, 'n/a': 0, error: 0 },
      { pass: 0, note: 0, fail: 1, warn: 0, 'n/a': 1, error: 0 },
    ]);
    expect(suites[0]?.counts).toEqual(totals);
  });

  it('uses the verdicts of the given profile', () => {
    expect(matrixOf(results, 'lax').totals[1]).toMatchObject({ pass: 1, fail: 0 });
  });
});

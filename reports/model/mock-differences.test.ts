import { describe, expect, it } from 'vitest';
import { groupDifferences, mockPairs } from './mock-differences.ts';
import {
  sampleCell,
  sampleColumn,
  followedSample,
  judged,
  withoutFinding,
  requestSample,
  sampleResults,
  sampleScenario,
} from '../sample.fixture.ts';

const scenarios = ['area/a', 'area/b'].map((id) => sampleScenario(id, followedSample, requestSample));
const run = (mocked: Parameters<typeof sampleCell>[2]): ReturnType<typeof sampleResults> =>
  sampleResults(
    ['x', 'x~msw', 'y'].map(sampleColumn),
    scenarios,
    scenarios.flatMap((scenario) => [
      sampleCell('x', scenario, [judged('followed', 'pass'), judged('GET, no body', 'pass')]),
      sampleCell('x~msw', scenario, mocked),
    ]),
  );

describe('wire compared with MSW', () => {
  it('lists every check whose finding differs', () => {
    expect(mockPairs(run([judged('followed', 'pass'), judged('POST, same body', 'fail')]))).toEqual([
      {
        wire: 'x',
        mock: 'x~msw',
        compared: 4,
        differences: ['area/a', 'area/b'].map((scenario) => ({
          scenario,
          check: 'request@target',
          onTheWire: 'GET, no body',
          underMock: 'POST, same body',
        })),
      },
    ]);
  });

  it('does not compare faults of the harness', () => {
    expect(mockPairs(run([judged('followed', 'pass'), withoutFinding('harness fault')]))).toMatchObject([
      { compared: 2, differences: [] },
    ]);
  });

  it('does not compare what MSW cannot show', () => {
    expect(mockPairs(run([judged('followed', 'pass'), withoutFinding('transport')]))).toMatchObject([
      { compared: 2, differences: [] },
    ]);
  });

  it('counts a missing finding under MSW as a difference', () => {
    expect(
      mockPairs(run([judged('followed', 'pass'), withoutFinding('no such request', 'none arrived')]))[0]?.differences[0],
    ).toMatchObject({
      underMock: 'n/a: none arrived',
    });
  });

  it('does not compare two reasons for n/a', () => {
    const scenario = sampleScenario('area/a', followedSample);
    const cells = [
      sampleCell('x', scenario, [withoutFinding('call failed', 'crashed')]),
      sampleCell('x~msw', scenario, [withoutFinding('call failed', 'hung')]),
    ];
    expect(mockPairs(sampleResults(['x', 'x~msw'].map(sampleColumn), [scenario], cells))).toMatchObject([
      { compared: 0, differences: [] },
    ]);
  });

  it('groups equal differences', () => {
    expect(groupDifferences(mockPairs(run([judged('returned 302', 'fail'), judged('GET, no body', 'pass')])))).toEqual([
      {
        check: 'followed',
        onTheWire: 'followed',
        underMock: 'returned 302',
        count: 2,
        columns: ['x~msw'],
        example: { column: 'x~msw', scenario: 'area/a' },
      },
    ]);
  });
});

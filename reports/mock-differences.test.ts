import { describe, expect, it } from 'vitest';
import { groupDifferences, mockPairs } from './mock-differences.ts';
import { cellOf, columnOf, followed, judged, notThere, request, resultsOf, scenarioOf } from './sample.fixture.ts';

const scenarios = ['area/a', 'area/b'].map((id) => scenarioOf(id, followed, request));
const run = (mocked: Parameters<typeof cellOf>[2]): ReturnType<typeof resultsOf> =>
  resultsOf(
    ['x', 'x~msw', 'y'].map(columnOf),
    scenarios,
    scenarios.flatMap((scenario) => [
      cellOf('x', scenario, [judged('followed', 'pass'), judged('GET, no body', 'pass')]),
      cellOf('x~msw', scenario, mocked),
    ]),
  );

describe('wire against mock', () => {
  it('tells every check whose finding differs', () => {
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

  it('does not compare what MSW cannot show', () => {
    expect(mockPairs(run([judged('followed', 'pass'), notThere('transport')]))).toMatchObject([{ compared: 2, differences: [] }]);
  });

  it('counts a finding that is gone as a difference', () => {
    expect(
      mockPairs(run([judged('followed', 'pass'), notThere('no such request', 'none came')]))[0]?.differences[0],
    ).toMatchObject({
      underMock: 'n/a: none came',
    });
  });

  it('does not compare why something is n/a', () => {
    const scenario = scenarioOf('area/a', followed);
    const cells = [
      cellOf('x', scenario, [notThere('call failed', 'crashed')]),
      cellOf('x~msw', scenario, [notThere('call failed', 'hung')]),
    ];
    expect(mockPairs(resultsOf(['x', 'x~msw'].map(columnOf), [scenario], cells))).toMatchObject([
      { compared: 0, differences: [] },
    ]);
  });

  it('groups differences of one kind', () => {
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

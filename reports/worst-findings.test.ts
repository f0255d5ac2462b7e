import { describe, expect, it } from 'vitest';
import { cellOf, columnOf, followed, judged, leak, request, resultsOf, scenarioOf, settled } from './sample.fixture.ts';
import { worstFindings } from './worst-findings.ts';

const scenarios = ['area/a', 'area/b'].map((id) => scenarioOf(id, settled, followed, request, leak));
const ok = judged('response', 'pass');

describe('worst findings', () => {
  it('tell one thing once, with its count, its clients and an example', () => {
    const cells = scenarios.flatMap((scenario) =>
      ['x', 'y'].map((id) => cellOf(id, scenario, [ok, ok, judged('POST, same body', 'fail')])),
    );
    expect(worstFindings(resultsOf([columnOf('x'), columnOf('y')], scenarios, cells.slice(0, 3)), 'fetch')).toEqual([
      {
        verdict: 'fail',
        kind: 'request',
        check: 'request@target',
        finding: 'POST, same body',
        expected: 'must be “GET, no body”',
        count: 3,
        columns: [
          { id: 'x', count: 2 },
          { id: 'y', count: 1 },
        ],
        example: { column: 'x', scenario: 'area/a' },
      },
    ]);
  });

  it('put a fail before a warn, what hangs before what leaks, and that before the rest', () => {
    const [a, b] = scenarios as [(typeof scenarios)[0], (typeof scenarios)[0]];
    const cells = [
      cellOf('x', a, [ok, judged('returned 302', 'warn'), judged('PUT, body lost', 'fail'), judged('sent', 'fail')]),
      cellOf('x', b, [judged('hung', 'fail'), judged('returned 302', 'warn'), judged('PUT, body lost', 'fail')]),
    ];
    expect(worstFindings(resultsOf([columnOf('x')], scenarios, cells), 'fetch').map(({ check }) => check)).toEqual([
      'settled',
      'canary:authorization',
      'request@target',
      'followed',
    ]);
  });

  it('leave a client under MSW to the comparison where it also ran on the wire', () => {
    const cells = ['x', 'x~msw', 'y~msw'].flatMap((id) =>
      scenarios.slice(0, 1).map((scenario) => cellOf(id, scenario, [judged('hung', 'fail')])),
    );
    const [worst] = worstFindings(resultsOf(['x', 'x~msw', 'y~msw'].map(columnOf), scenarios, cells), 'fetch');
    expect(worst?.columns.map(({ id }) => id)).toEqual(['x', 'y~msw']);
  });
});

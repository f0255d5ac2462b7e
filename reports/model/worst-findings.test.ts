import { describe, expect, it } from 'vitest';
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
import type { Observation } from '../../suites/vocabulary/observation.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import { worstFindings } from './worst-findings.ts';

const scenarioOf = (id: string): Scenario => sampleScenario(id, settledSample, followedSample, requestSample, leakSample);
const a = scenarioOf('area/a');
const b = scenarioOf('area/b');
const scenarios = [a, b];
const ok = judged('response', 'pass');

describe('worst findings', () => {
  it('have one entry for equal deviations, with a count, the clients and an example', () => {
    const cells = scenarios.flatMap((scenario) =>
      ['x', 'y'].map((id) => sampleCell(id, scenario, [ok, ok, judged('POST, same body', 'fail')])),
    );
    expect(worstFindings(sampleResults([sampleColumn('x'), sampleColumn('y')], scenarios, cells.slice(0, 3)), 'fetch')).toEqual([
      {
        verdict: 'fail',
        kind: 'request',
        check: 'request@target',
        finding: 'POST, same body',
        expected: 'must be “GET, no body”',
        requirements: ['fetch/rule'],
        count: 3,
        known: 0,
        columns: [
          { id: 'x', count: 2 },
          { id: 'y', count: 1 },
        ],
        example: { column: 'x', scenario: 'area/a' },
      },
    ]);
  });

  it('are sorted: fail before warn, then calls that hang, then leaked secrets, then the rest', () => {
    const cells = [
      sampleCell('x', a, [ok, judged('returned 302', 'warn'), judged('PUT, body lost', 'fail'), judged('sent', 'fail')]),
      sampleCell('x', b, [judged('hung', 'fail'), judged('returned 302', 'warn'), judged('PUT, body lost', 'fail')]),
    ];
    expect(worstFindings(sampleResults([sampleColumn('x')], scenarios, cells), 'fetch').map(({ check }) => check)).toEqual([
      'settled',
      'canary:authorization',
      'request@target',
      'followed',
    ]);
  });

  it('that are all known come last, and have an example of the client that is named first', () => {
    const known = { ...judged('sent', 'fail'), known: 'area/*' };
    const cells = [
      sampleCell('x', a, [ok, ok, ok, known]),
      sampleCell('y', a, [ok, judged('returned 302', 'fail'), ok, known]),
      sampleCell('y', b, [ok, ok, ok, known]),
    ];
    const found = worstFindings(sampleResults(['x', 'y'].map(sampleColumn), scenarios, cells), 'fetch');
    expect(found.map(({ check, count, known: times, example }) => ({ check, count, times, column: example.column }))).toEqual([
      { check: 'followed', count: 1, times: 0, column: 'y' },
      { check: 'canary:authorization', count: 3, times: 3, column: 'y' },
    ]);
  });

  it('show the message of an error that has no class', () => {
    const error = { name: 'Error', message: 'cannot do that' };
    const observation: Observation = { requests: [], outcomes: [{ kind: 'error', class: 'other', error }], blocked: [] };
    const cells = [sampleCell('x', a, [judged('error: other', 'fail')], observation)];
    const [worst] = worstFindings(sampleResults([sampleColumn('x')], scenarios, cells), 'fetch');
    expect(worst?.message).toBe('cannot do that');
  });

  it('leave out a client under MSW that also ran on the wire', () => {
    const cells = ['x', 'x~msw', 'y~msw'].map((id) => sampleCell(id, a, [judged('hung', 'fail')]));
    const [worst] = worstFindings(sampleResults(['x', 'x~msw', 'y~msw'].map(sampleColumn), scenarios, cells), 'fetch');
    expect(worst?.columns.map(({ id }) => id)).toEqual(['x', 'y~msw']);
  });
});

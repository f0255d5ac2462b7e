import { describe, expect, it } from 'vitest';
import { describe as inWords, matrixOf, viewCell } from './matrix.ts';
import { cellOf, columnOf, followed, judged, leak, notThere, request, resultsOf, scenarioOf, settled } from './sample.fixture.ts';

const scenario = scenarioOf('area/a', settled, followed, request, leak);
const fine = [judged('response', 'pass'), judged('followed', 'pass'), judged('GET, no body', 'pass'), judged('absent', 'pass')];

const view = (...results: Parameters<typeof cellOf>[2]): unknown => viewCell(scenario, cellOf('a', scenario, results), 'fetch');

describe('a cell', () => {
  it('tells the request and the secrets of a client that is right', () => {
    expect(view(...fine)).toEqual({ text: 'GET, no body; sent no secret', verdict: 'pass' });
  });

  it('tells what was returned by a client that did not follow', () => {
    expect(view(judged('response', 'pass'), judged('returned 302', 'pass'), notThere('no such request'))).toEqual({
      text: 'returned 302',
      verdict: 'pass',
    });
  });

  it('takes its text and verdict from the worst check', () => {
    expect(
      view(judged('response', 'pass'), judged('followed', 'pass'), judged('POST, body lost', 'warn'), judged('sent', 'fail')),
    ).toEqual({
      text: 'authorization sent',
      verdict: 'fail',
    });
  });

  it('does not pass for having settled where nothing else could be judged', () => {
    expect(view(judged('response', 'pass'), notThere('capability'), notThere('capability'))).toEqual({
      text: 'n/a',
      verdict: 'n/a',
    });
    expect(view(judged('response', 'pass'), judged('followed', 'note'))).toEqual({ text: 'followed', verdict: 'note' });
  });

  it('fails for not having settled', () => {
    expect(view(judged('hung', 'fail'), notThere('call failed'))).toEqual({ text: 'hung', verdict: 'fail' });
  });

  it('passes for having settled where nothing else is asked', () => {
    const bare = scenarioOf('area/bare', settled);
    expect(viewCell(bare, cellOf('a', bare, [judged('response', 'pass')]), 'fetch')).toEqual({
      text: 'response',
      verdict: 'pass',
    });
  });

  it('is an error, and nothing else, where the harness broke', () => {
    expect(viewCell(scenario, { ...cellOf('a', scenario, fine), fault: 'no driver' }, 'fetch')).toEqual({
      text: 'harness fault',
      verdict: 'error',
    });
  });

  it('is n/a where a partial run left it out', () => {
    expect(viewCell(scenario, undefined, 'fetch')).toEqual({ text: 'not run', verdict: 'n/a' });
  });

  it('shortens long findings', () => {
    const { text } = viewCell(
      scenario,
      cellOf('a', scenario, [judged('response', 'pass'), judged('x'.repeat(500), 'fail')]),
      'fetch',
    );
    expect(text.length).toBeLessThan(100);
  });
});

describe('a finding in words', () => {
  it('names the call where there are several', () => {
    expect(inWords({ kind: 'outcome', call: 2 }, 'returned 200')).toBe('call 2: returned 200');
    expect(inWords({ kind: 'outcome' }, 'returned 200')).toBe('returned 200');
  });
});

describe('the matrix', () => {
  const other = scenarioOf('area/b', settled, followed);
  const results = resultsOf(
    [columnOf('first'), columnOf('second')],
    [scenario, other],
    [
      cellOf('second', scenario, [
        judged('response', 'pass'),
        judged('followed', 'pass'),
        judged('POST, same body', 'fail', 'pass'),
      ]),
      cellOf('first', scenario, fine),
      cellOf('first', other, [judged('response', 'pass'), judged('followed', 'note')]),
    ],
  );

  it('has cells in the order of the columns', () => {
    expect(matrixOf(results, 'fetch').suites[0]?.rows.map(({ cells }) => cells.map(({ verdict }) => verdict))).toEqual([
      ['pass', 'fail'],
      ['note', 'n/a'],
    ]);
  });

  it('counts by verdict, n/a apart from pass', () => {
    const { totals, suites } = matrixOf(results, 'fetch');
    expect(totals).toEqual([
      { pass: 1, note: 1, fail: 0, warn: 0, 'n/a': 0, error: 0 },
      { pass: 0, note: 0, fail: 1, warn: 0, 'n/a': 1, error: 0 },
    ]);
    expect(suites[0]?.counts).toEqual(totals);
  });

  it('follows the profile', () => {
    expect(matrixOf(results, 'lax').totals[1]).toMatchObject({ pass: 1, fail: 0 });
  });
});

import { describe, expect, it } from 'vitest';
import type { CheckResult } from '../../suites/vocabulary/result.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
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
  withoutFinding,
} from '../sample.fixture.ts';
import { viewCell, type CellView } from './cell-view.ts';
import { cellReader } from './cells.ts';

const scenario = sampleScenario('area/a', settledSample, followedSample, requestSample, leakSample);
const fine = [judged('response', 'pass'), judged('followed', 'pass'), judged('GET, no body', 'pass'), judged('absent', 'pass')];

const viewOf = (of: Scenario, ...results: readonly CheckResult[]): CellView => {
  const read = cellReader(sampleResults([sampleColumn('a')], [of], [sampleCell('a', of, results)]));
  return viewCell(read('a', of.id)?.checks ?? [], 'fetch');
};
const view = (...results: readonly CheckResult[]): CellView => viewOf(scenario, ...results);

describe('a cell', () => {
  it('shows the request and the secrets if every check passes', () => {
    expect(view(...fine)).toEqual({ text: 'GET, no body; sent no secret', verdict: 'pass' });
  });

  it('shows what was returned if the client did not follow', () => {
    expect(view(judged('response', 'pass'), judged('returned 302', 'pass'), withoutFinding('no such request'))).toEqual({
      text: 'returned 302',
      verdict: 'pass',
    });
  });

  it('has the text and the verdict of the worst check', () => {
    expect(
      view(judged('response', 'pass'), judged('followed', 'pass'), judged('POST, body lost', 'warn'), judged('sent', 'fail')),
    ).toEqual({ text: 'authorization sent', verdict: 'fail' });
  });

  it('does not pass by the settled check alone if other checks could not be judged', () => {
    expect(view(judged('response', 'pass'), withoutFinding('capability'), withoutFinding('capability'))).toEqual({
      text: 'n/a',
      verdict: 'n/a',
    });
    expect(view(judged('response', 'pass'), judged('followed', 'note'))).toEqual({ text: 'followed', verdict: 'note' });
  });

  it('fails if the settled check fails', () => {
    expect(view(judged('hung', 'fail'), withoutFinding('call failed'))).toEqual({ text: 'hung', verdict: 'fail' });
  });

  it('passes by the settled check if there is no other', () => {
    const bare = sampleScenario('area/bare', settledSample);
    expect(viewOf(bare, judged('response', 'pass'))).toEqual({
      text: 'response',
      verdict: 'pass',
    });
  });

  it('is an error, and nothing else, if the harness failed', () => {
    const fault = withoutFinding('harness fault', 'no driver');
    expect(view(fault, fault, fault, fault)).toEqual({ text: 'harness fault', verdict: 'error' });
  });

  it('is n/a if a partial run left it out', () => {
    expect(view()).toEqual({ text: 'not run', verdict: 'n/a' });
  });

  it('shortens long findings', () => {
    expect(view(judged('response', 'pass'), judged('x'.repeat(500), 'fail')).text.length).toBeLessThan(100);
  });
});

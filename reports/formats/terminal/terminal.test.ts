import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import {
  sampleCell,
  sampleColumn,
  sampleContext,
  followedSample,
  judged,
  sampleResults,
  sampleScenario,
  settledSample,
} from '../../sample.fixture.ts';
import type { Results } from '../../../suites/vocabulary/result.ts';
import type { RunContext } from '../format.ts';
import { terminal } from './index.ts';

const a = sampleScenario('area/a', settledSample, followedSample);
const b = sampleScenario('area/b', settledSample, followedSample);
const cells = [
  sampleCell('right', a, [judged('response', 'pass'), judged('followed', 'pass')]),
  sampleCell('right', b, [judged('response', 'pass'), judged('followed', 'pass')]),
  sampleCell('wrong', a, [judged('response', 'pass'), judged('returned 302', 'fail')]),
];
const results = sampleResults([sampleColumn('right'), sampleColumn('wrong')], [a, b], cells);

const render = (of: Results, context: Partial<RunContext> = {}): string | Promise<string> =>
  terminal.render(of, {
    ...sampleContext,
    written: { html: 'out/index.html' },
    ...context,
  });

describe('the summary at the terminal', () => {
  it('has counts, the worst findings and the path of the report', async () => {
    expect(await render(results)).toMatchInlineSnapshot(`
      "Redirects under Fetch Standard (--profile=fetch)
      ✓ pass   ✗ fail (must)   ! warn (should)   · note   – n/a   ? error (harness fault)

              area
      right   2✓
      wrong      1✗ 1–

      Worst findings
         1✗ followed “returned 302”, must be “followed”
            according to Fetch Standard, step 12
            wrong, e.g. area/a

      Report: out/index.html
      "
    `);
  });

  it('has the notes on clients, a line each', async () => {
    const noted = { ...results, columns: [{ ...sampleColumn('right'), notes: ['it follows nothing'] }, sampleColumn('wrong')] };
    expect(await render(noted)).toContain('Notes on clients\n      right: it follows nothing\n');
  });

  it('has what clients printed, without control characters, if there is only one scenario', async () => {
    const observation = { requests: [], outcomes: [], blocked: [], printed: 'one\n\u001b[31mtwo\u0007' };
    const printing = sampleCell('right', a, [judged('response', 'pass'), judged('followed', 'pass')], observation);
    const one = sampleResults([sampleColumn('right')], [a], [printing]);
    expect(await render(one)).toContain('Output of clients\n      right: one\n      right: two�\n');
    expect(await render({ ...one, suites: sampleResults([], [a, b], []).suites })).not.toContain('Output of clients');
  });

  it('differs with colour in nothing but colour', async () => {
    const coloured = await render(results, { colour: true });
    expect(coloured).not.toBe(stripVTControlCharacters(coloured));
    expect(stripVTControlCharacters(coloured)).toBe(await render(results));
  });

  it('fits in the width', async () => {
    const lines = (await render(results, { width: 60 })).split('\n').slice(2);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(60);
  });

  it('names a fault', async () => {
    const faulty = { ...results, cells: [...cells, { ...sampleCell('wrong', b, []), fault: 'the driver died' }] };
    expect(await render(faulty)).toContain('wrong: the driver died (1 scenario)');
  });

  it('has unexpected results under three headings, each as a block to act on', async () => {
    expect(await render(results)).not.toContain('Regressions');
    const check = 'area/a#followed';
    const text = await render({
      ...results,
      unexpected: [
        { column: 'wrong', kind: 'regression', check, finding: 'returned 302', why: 'fail under fetch' },
        { column: 'wrong', kind: 'stale', check: 'area/*', why: 'matches no check: remove the entry' },
        { column: 'wrong', kind: 'new', check, finding: 'returned 302', why: 'fail under fetch' },
      ],
    });
    expect(text.slice(text.indexOf('Regressions'))).toMatchInlineSnapshot(`
      "Regressions: 1
            wrong  area/a#followed: returned 302 (fail under fetch)
              About area/a
              expected: must be “followed” (Fetch Standard, step 12: A rule.)
              show it alone: npm test -- --client=./wrong.ts --scenario=area/a
              accept it: npm test -- bless --client=./wrong.ts --check='area/a#followed' --reason='…'


      Stale entries in the known deviations: 1
            wrong  area/*: matches no check: remove the entry
              accept it: npm test -- bless --client=./wrong.ts --check='area/*' --prune


      New checks in the catalogue (they do not fail the run): 1
            wrong  area/a#followed: returned 302 (fail under fetch)
              About area/a
              expected: must be “followed” (Fetch Standard, step 12: A rule.)
              show it alone: npm test -- --client=./wrong.ts --scenario=area/a
              accept it: npm test -- bless --client=./wrong.ts --check='area/a#followed' --reason='…'

      "
    `);
  });

  it.for([0, 1, 5])('is made in a terminal that says it has %i columns', async (width, { expect: x }) => {
    x(await render(results, { width })).toContain('wrong');
  });

  it('says that results are partial', async () => {
    expect(await render(results)).not.toContain('partial');
    const partial = { ...results, run: { ...results.run, partial: 'stopped early' as const } };
    expect(await render(partial)).toContain('These results are partial: the run was stopped early');
  });

  it('does not name a report that was not written', async () => {
    expect(await render(results, { written: {} })).not.toContain('Report:');
  });

  it('shows no control characters from a client', async () => {
    const hostile = [sampleCell('wrong', a, [judged('response', 'pass'), judged('\u001B[2J\u0007\u202Eevil', 'fail')])];
    const unexpected = [
      { column: 'wrong', kind: 'regression' as const, check: 'area/a#followed', finding: '\u001B[2Jx', why: '' },
    ];
    const text = await render({ ...results, cells: hostile, unexpected });
    expect(text).toContain('evil');
    for (const character of ['\u001B', '\u0007', '\u202E']) expect(text).not.toContain(character);
  });
});

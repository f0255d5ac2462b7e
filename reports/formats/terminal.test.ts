import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { cellOf, columnOf, followed, judged, resultsOf, scenarioOf, settled } from '../sample.fixture.ts';
import { renderTerminal } from './terminal.ts';

const scenarios = ['area/a', 'area/b'].map((id) => scenarioOf(id, settled, followed));
const [a, b] = scenarios as [(typeof scenarios)[0], (typeof scenarios)[0]];
const cells = [
  cellOf('right', a, [judged('response', 'pass'), judged('followed', 'pass')]),
  cellOf('right', b, [judged('response', 'pass'), judged('followed', 'pass')]),
  cellOf('wrong', a, [judged('response', 'pass'), judged('returned 302', 'fail')]),
];
const results = resultsOf([columnOf('right'), columnOf('wrong')], scenarios, cells);
const options = { colour: false, width: 100, reportPath: 'out/index.html' };

describe('the summary at the terminal', () => {
  it('reads', () => {
    expect(renderTerminal(results, options)).toMatchInlineSnapshot(`
      "Redirects by the rules of Fetch Standard (--profile=fetch)
      ✓ pass   ✗ fail (must)   ! warn (should)   · note   – n/a   ? error (not the client)

              area
      right   2✓
      wrong      1✗ 1–

      Worst findings
         1✗ followed “returned 302”, must be “followed”
            wrong, e.g. area/a

      Report: out/index.html
      "
    `);
  });

  it('differs with colour in nothing but colour', () => {
    const coloured = renderTerminal(results, { ...options, colour: true });
    expect(coloured).not.toBe(stripVTControlCharacters(coloured));
    expect(stripVTControlCharacters(coloured)).toBe(renderTerminal(results, options));
  });

  it('keeps to the width', () => {
    const lines = renderTerminal(results, { ...options, width: 60 })
      .split('\n')
      .slice(2);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(60);
  });

  it('names a fault', () => {
    const faulty = { ...results, cells: [...cells, { ...cellOf('wrong', b, []), fault: 'the driver died' }] };
    expect(renderTerminal(faulty, options)).toContain('wrong: the driver died (1 scenario)');
  });

  it('lets no client steer the terminal', () => {
    const hostile = [cellOf('wrong', a, [judged('response', 'pass'), judged('\u001B[2J\u0007\u202Eevil', 'fail')])];
    const text = renderTerminal({ ...results, cells: hostile }, options);
    expect(text).toContain('evil');
    for (const character of ['\u001B', '\u0007', '\u202E']) expect(text).not.toContain(character);
  });
});

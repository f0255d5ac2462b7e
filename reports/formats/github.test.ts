import { describe, expect, it } from 'vitest';
import type { Results } from '../../suites/vocabulary/result.ts';
import { HOSTILE, sampleContext, sampleGateRun } from '../sample.fixture.ts';
import { github } from './github.ts';
import { markdown } from './markdown/index.ts';

const run = sampleGateRun();

/** The same run with so many regressions. */
const withRegressions = (count: number): Results => ({
  ...run,
  unexpected: Array.from({ length: count }, (_, index) => ({
    column: 'wrong',
    kind: 'regression',
    check: `area/b#settled:1,${index}`,
    finding: HOSTILE,
    why: 'x',
  })),
});

const annotations = (results: Results): readonly string[] => github.print!(results, sampleContext).trimEnd().split('\n');

describe('annotations', () => {
  it('are at the files of the adapters: faults, then the worst, and no new checks', () => {
    const lines = annotations(run);
    expect(lines.map((line) => line.slice(0, line.indexOf('::', 2)))).toEqual([
      '::error file=broken/client.py,line=1,title=broken',
      '::error file=wrong.ts,line=1,title=wrong area/b#settled',
      '::error file=wrong.ts,line=1,title=wrong area/a#followed',
      '::error file=wrong.ts,line=1,title=wrong area/*',
    ]);
    expect(lines[1]).toContain('::hung (fail under fetch)%0AAbout area/b%0A');
  });

  it('stay one command each, whatever a client sends', () => {
    const lines = annotations(withRegressions(3));
    expect(lines).toHaveLength(4);
    for (const line of lines) expect(line).toMatch(/^::error /);
    expect(lines[1]).toContain(',title=wrong area/b#settled%3A1%2C0::');
    expect(lines[1]).toContain('%0A::error::x,%250A');
  });

  it('are ten at most, and the last one counts the rest', () => {
    expect(annotations(withRegressions(9))).toHaveLength(10);
    expect(annotations(withRegressions(9)).at(-1)).not.toContain('more');
    const many = annotations(withRegressions(30));
    expect(many).toHaveLength(10);
    expect(many.at(-1)).toContain('::and 22 more unexpected results');
  });
});

describe('the summary', () => {
  const summary = async (results: Results, room = Infinity): Promise<string> =>
    github.render(results, { ...sampleContext, room });

  it('has counts, unexpected results with the worst first, and worst findings', async () => {
    const text = await summary(run);
    expect(text).toContain('Regressions: 2, changed findings: 0, stale entries: 1, new checks: 1, known deviations: 1');
    expect(text.indexOf('area/b&#35;settled: hung')).toBeLessThan(text.indexOf('area/a&#35;followed'));
    expect(text).toContain('show it alone: npm test -- --client=./wrong.ts --scenario=area/b');
    expect(text).toContain('### Worst findings');
    expect(text).toContain('the driver died');
  });

  it('lets nothing of a client be Markdown or HTML', async () => {
    const text = await summary(run);
    expect(text.replaceAll(/^(`{3,})text\n[^]*?\n\1$/gm, '')).not.toMatch(/<script|@everyone|<\/failure/);
  });

  it.for([3000, 20_000, 1024 * 1024])('fits in %i bytes, and counts what is left out', async (room, { expect: x }) => {
    const text = await summary(withRegressions(20_000), room);
    x(Buffer.byteLength(text)).toBeLessThanOrEqual(room);
    const [, more = ''] = /^(\d+) more in results\.json$/m.exec(text) ?? [];
    x(Number(more) + text.split('<details>').length - 1).toBe(20_000);
  });

  it('says that results are partial', async () => {
    expect(await summary({ ...run, run: { ...run.run, partial: 'interrupted' } })).toContain('**These results are partial');
  });
});

it('a comment on a pull request has at most 65,536 characters', async () => {
  expect((await markdown.render(withRegressions(2000), sampleContext)).length).toBeLessThan(65_536);
});

import { existsSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { chromiumPath, startChromium } from '../fixtures/chromium.ts';

// How fast a report opens in Chromium, for a reader: `npm run bench:report -- [page]`.

const [, , page = 'conformance-report/index.html'] = process.argv;
const file = resolve(process.env['INIT_CWD'] ?? '.', page);
if (!existsSync(file)) {
  console.error(`bench:report: ${file}: no such file; name a report, or make one with npm run report`);
  process.exit(2);
}

if (chromiumPath === undefined) {
  console.error('bench:report: no chromium found; set CHROMIUM to the path of one');
  process.exit(2);
}

const ROUNDS = 3;
/** How many times slower the processor is made. */
const RATES = [1, 4];

interface Figures {
  readonly firstPaint: number;
  readonly interactive: number;
  /** Of the process that shows the page, until then; other programs do not lengthen it. */
  readonly processor: number;
  readonly filtered: number;
  readonly scrolled: number;
  readonly opened: number;
  readonly heap: number;
  readonly memory: number;
}

/** Private and shared memory of the process that shows the page, each shared page counted by its part; 0 where there is no /proc. */
function memoryOf(pid: number): number {
  try {
    const [, kilobytes = '0'] = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? [];
    return Number(kilobytes) * 1024;
  } catch {
    return 0;
  }
}

/** In the page: the time until what `act` does has been drawn. */
const timeOf = (act: string): string =>
  `new Promise((done) => {
    const start = performance.now();
    ${act};
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
  })`;

const CHOOSE_VERDICT = `const verdict = document.querySelector('[name=verdict]');
  verdict.value = 'fail';
  verdict.dispatchEvent(new Event('input', { bubbles: true }))`;
const SCROLL = `document.querySelector('#scroller').scrollTop = 20000`;
const OPEN_CELL = `document.querySelector('#matrix [data-verdict] > button').click()`;

/** The process that shows the page: the busiest, since there may be a spare one. */
async function rendererOf(browser: Browser): Promise<{ readonly id: number; readonly cpuTime: number }> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const [busiest] = processInfo.filter(({ type }) => type === 'renderer').toSorted((a, b) => b.cpuTime - a.cpuTime);
  if (!busiest) throw new Error('no process shows the page');
  return busiest;
}

async function measure(browser: Browser, rate: number): Promise<Figures> {
  const tab = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  const session = await tab.context().newCDPSession(tab);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  await session.send('Performance.enable');
  await tab.goto(pathToFileURL(file).href, { waitUntil: 'commit' });
  await tab.waitForFunction(() => performance.getEntriesByName('interactive').length > 0);
  const [firstPaint, interactive] = await tab.evaluate(() =>
    ['first-contentful-paint', 'interactive'].map((name) => performance.getEntriesByName(name)[0]?.startTime ?? Number.NaN),
  );
  const { cpuTime } = await rendererOf(browser);
  const scrolled = (await tab.evaluate(timeOf(SCROLL))) as number;
  const filtered = (await tab.evaluate(timeOf(CHOOSE_VERDICT))) as number;
  const opened = (await tab.evaluate(timeOf(OPEN_CELL))) as number;
  await tab.locator('dialog[open] pre').first().waitFor();
  const { metrics } = await session.send('Performance.getMetrics');
  const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN;
  const memory = memoryOf((await rendererOf(browser)).id);
  await tab.close();
  return {
    firstPaint: firstPaint ?? Number.NaN,
    interactive: interactive ?? Number.NaN,
    processor: cpuTime * 1000,
    filtered,
    scrolled,
    opened,
    heap,
    memory,
  };
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const inMilliseconds = (value: number): string => `${Math.round(value)} ms`;
const inMegabytes = (value: number): string => `${(value / 1e6).toFixed(1)} MB`;

const rows: readonly (readonly [title: string, member: keyof Figures, words: (value: number) => string])[] = [
  ['first paint', 'firstPaint', inMilliseconds],
  ['interactive', 'interactive', inMilliseconds],
  ['processor time', 'processor', inMilliseconds],
  ['scroll far', 'scrolled', inMilliseconds],
  ['choose a verdict', 'filtered', inMilliseconds],
  ['open a cell', 'opened', inMilliseconds],
  ['heap of scripts', 'heap', inMegabytes],
  ['memory of the tab', 'memory', inMegabytes],
];

console.log(`${file}: ${inMegabytes(statSync(file).size)}, the median of ${ROUNDS} rounds`);
console.log(`${''.padEnd(18)}${RATES.map((rate) => `processor ÷ ${rate}`.padStart(16)).join('')}`);
const figures: Figures[][] = [];
for (const rate of RATES) {
  const rounds: Figures[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    // A browser of its own, so that nothing is kept of the round before.
    const browser = await startChromium();
    rounds.push(await measure(browser, rate));
    await browser.close();
  }
  figures.push(rounds);
}
for (const [title, member, words] of rows) {
  const cells = figures.map((rounds) => words(median(rounds.map((each) => each[member]))).padStart(16));
  console.log(`${title.padEnd(18)}${cells.join('')}`);
}

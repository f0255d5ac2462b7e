import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, startChromium } from '../../../../harness/fixtures/chromium.ts';
import type { Results } from '../../../../suites/vocabulary/result.ts';
import { judged, sampleCell, sampleColumn, sampleResults, sampleScenario, settledSample } from '../../../sample.fixture.ts';
import { writeWhole } from '../../../write-whole.ts';
import { renderHtml } from '../render.ts';

const ids = Array.from({ length: 400 }, (_, index) => `area/number-${index}`);
const scenarios = ids.map((id) => sampleScenario(id, settledSample));
const columns = Array.from({ length: 30 }, (_, index) => sampleColumn(`client-${index}`));

/** A run with many more rows and columns than a screen has. */
const longRun: Results = sampleResults(
  columns,
  scenarios,
  columns.flatMap(({ id }) => scenarios.map((scenario) => sampleCell(id, scenario, [judged('response', 'pass')]))),
);

const title = chromiumPath === undefined ? 'a long table (no chromium found: set CHROMIUM)' : 'a long table';

describe.skipIf(chromiumPath === undefined)(title, () => {
  let folder: string;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'redirect-report-'));
    const file = join(folder, 'index.html');
    writeWhole(file, await renderHtml(longRun));
    browser = await startChromium();
    page = await browser.newPage({ viewport: { width: 1000, height: 700 } });
    await page.goto(pathToFileURL(file).href);
    await page.locator('#count', { hasText: 'scenario' }).waitFor();
  });

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  const grid = () => page.locator('#matrix');
  const isInView = (selector: string): Promise<boolean> =>
    page.locator(selector).evaluate((element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      const box = document.querySelector('#scroller')?.getBoundingClientRect();
      return box !== undefined && left >= box.left && top >= box.top && right <= box.right + 1 && bottom <= box.bottom + 1;
    });

  it('has few rows and columns in the page, and says how many there are', async () => {
    expect(await grid().getAttribute('aria-rowcount')).toBe('402');
    expect(await grid().getAttribute('aria-colcount')).toBe('31');
    expect(await grid().locator('tr[data-scenario]').count()).toBeLessThan(40);
    expect(await grid().locator('td').count()).toBeLessThan(400);
    expect(await grid().locator('tr[data-scenario]').first().getAttribute('aria-rowindex')).toBe('3');
  });

  it('draws what is scrolled to, in its place and with its index', async () => {
    await page.locator('#scroller').evaluate((element) => element.scrollTo({ top: 200 * 58 + 44, left: 20 * 148 }));
    await grid().locator('[data-scenario="area/number-203"] [data-client="client-21"]').waitFor();
    const row = grid().locator('[data-scenario="area/number-203"]');
    expect(await row.getAttribute('aria-rowindex')).toBe('206');
    expect(await row.locator('td[aria-colindex="23"] button').getAttribute('data-client')).toBe('client-21');
    const { y } = (await row.boundingBox()) ?? { y: Number.NaN };
    const { y: top } = (await page.locator('#scroller').boundingBox()) ?? { y: Number.NaN };
    // The border of the box, the head, and the rows of numbers 200 to 202.
    expect(Math.round(y - top)).toBe(1 + 62 + 3 * 58);
  });

  it('keeps its head, its first column and the head of the suite in view', async () => {
    expect(await isInView('#matrix thead th:first-child')).toBe(true);
    expect(await isInView('#matrix [data-suite="area"] th')).toBe(true);
    expect(await isInView('[data-scenario="area/number-203"] th')).toBe(true);
  });

  it('moves the focus far and back, with the cell in view', async () => {
    await page.locator('#matrix [data-client="client-21"]').first().focus();
    await page.keyboard.press('Control+End');
    expect(await page.locator(':focus').getAttribute('data-at')).toBe('401:30');
    expect(await isInView(':focus')).toBe(true);
    await page.keyboard.press('Control+Home');
    expect(await page.locator(':focus').getAttribute('data-at')).toBe('0:0');
    for (const _ of [1, 2, 3]) await page.keyboard.press('ArrowDown');
    for (const _ of [1, 2, 3, 4, 5, 6, 7, 8, 9]) await page.keyboard.press('ArrowRight');
    expect(await page.locator(':focus').getAttribute('data-client')).toBe('client-8');
    expect(await isInView(':focus')).toBe(true);
  });

  it('keeps a cell with the focus when it is scrolled away', async () => {
    await page.locator('#scroller').evaluate((element) => element.scrollTo({ top: 9000, left: 3000 }));
    await grid().locator('[data-scenario="area/number-160"]').waitFor();
    expect(await page.locator(':focus').getAttribute('data-client')).toBe('client-8');
  });

  it('is whole on paper', async () => {
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await grid().locator('tr[data-scenario]').count()).toBe(400);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await grid().locator('tr[data-scenario]').count()).toBeLessThan(40);
  });
});

import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { chromiumPath, startChromium } from '../fixtures/chromium.ts';
import { root } from '../installation.ts';

// The pictures of the report in `docs`, taken in Chromium: `npm run pictures -- [page]`.

const [, , page = 'conformance-report/index.html'] = process.argv;
const file = resolve(process.env['INIT_CWD'] ?? '.', page);
const folder = join(root, 'docs/pictures');

interface Picture {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly colours: 'light' | 'dark';
  /** What a reader has done before, if anything. */
  readonly act?: (page: Page) => Promise<void>;
}

const toMatrix = (opened: Page): Promise<void> => opened.locator('#matrix').evaluate((matrix) => matrix.scrollIntoView());
const openCell = async (opened: Page): Promise<void> => {
  await toMatrix(opened);
  await opened.locator('#matrix [data-verdict=fail] > button').first().click();
  await opened.locator('dialog[open]').waitFor();
};

const pictures: readonly Picture[] = [
  { name: 'report-1400', width: 1400, height: 900, colours: 'light' },
  { name: 'report-768', width: 768, height: 1024, colours: 'light' },
  { name: 'report-400', width: 400, height: 800, colours: 'light' },
  { name: 'matrix-1400', width: 1400, height: 900, colours: 'light', act: toMatrix },
  { name: 'matrix-400', width: 400, height: 800, colours: 'light', act: toMatrix },
  { name: 'matrix-dark-1400', width: 1400, height: 900, colours: 'dark', act: toMatrix },
  { name: 'cell-1400', width: 1400, height: 900, colours: 'light', act: openCell },
  { name: 'cell-400', width: 400, height: 800, colours: 'light', act: openCell },
];

if (!existsSync(file)) {
  console.error(`pictures: ${file}: no such file; name a report, or make one with npm test`);
  process.exit(2);
}
if (chromiumPath === undefined) {
  console.error('pictures: no chromium found; set CHROMIUM to the path of one');
  process.exit(2);
}

mkdirSync(folder, { recursive: true });
await using browser = await startChromium();
for (const { name, width, height, colours, act } of pictures) {
  const opened = await browser.newPage({ viewport: { width, height }, colorScheme: colours, reducedMotion: 'reduce' });
  await opened.goto(pathToFileURL(file).href);
  await opened.locator('#matrix [data-verdict]').first().waitFor();
  await act?.(opened);
  await opened.screenshot({ path: join(folder, `${name}.png`) });
  await opened.close();
  console.log(`docs/pictures/${name}.png`);
}

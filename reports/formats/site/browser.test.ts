import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { chromiumPath, startChromium } from '../../../harness/fixtures/chromium.ts';
import { sampleContext } from '../../sample.fixture.ts';
import { writeFolder } from '../../write-folder.ts';
import { addresses } from './address.ts';
import { site } from './index.ts';
import { awkwardRun } from './site.fixture.ts';

const title = chromiumPath === undefined ? 'a site in a browser (no chromium found: set CHROMIUM)' : 'a site in a browser';

test.skipIf(chromiumPath === undefined)(`${title} has its style without a server, runs nothing and asks nobody`, async () => {
  const above = mkdtempSync(join(tmpdir(), 'redirect-report-'));
  const folder = join(above, 'site');
  writeFolder(folder, site.entries, await site.files(awkwardRun, sampleContext));
  const incidents: string[] = [];
  const browser = await startChromium();
  try {
    const page = await browser.newPage({ viewport: { width: 400, height: 800 } });
    page.on('console', (message) => incidents.push(message.text()));
    page.on('pageerror', (error) => incidents.push(error.message));
    page.on('dialog', (dialog) => incidents.push(dialog.message()));
    page.on('request', (request) => {
      if (!request.url().startsWith(pathToFileURL(folder).href)) incidents.push(request.url());
    });
    const open = [
      addresses.home,
      addresses.client('evil'),
      addresses.client('../../evil'),
      addresses.scenario('area/first'),
      addresses.badges,
    ];
    for (const address of open) {
      await page.goto(pathToFileURL(join(folder, address, 'index.html')).href);
      const seen = await page.evaluate(() => ({
        isStyled: getComputedStyle(document.body).maxWidth !== 'none',
        isTooWide: document.documentElement.scrollWidth > innerWidth,
        lostImages: [...document.images].filter(({ naturalWidth }) => naturalWidth === 0).length,
      }));
      expect(seen).toEqual({ isStyled: true, isTooWide: false, lostImages: 0 });
    }
    await page.getByRole('link', { name: 'Scenarios' }).click();
    await page.getByRole('link', { name: 'An area' }).click();
    await page.getByRole('link', { name: 'About area/second' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('About area/second');
    expect(incidents).toEqual([]);
  } finally {
    await browser.close();
    rmSync(above, { recursive: true });
  }
});

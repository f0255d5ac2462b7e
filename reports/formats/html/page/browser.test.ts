import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { writeWhole } from '../../../write-whole.ts';
import { renderHtml } from '../render.ts';
import { shownHostileText, smallRun } from '../small-run.fixture.ts';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = process.env['CHROMIUM'] || places.find((place) => existsSync(place));
const args = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

const title = executablePath === undefined ? 'the page in a browser (no chromium found: set CHROMIUM)' : 'the page in a browser';

describe.skipIf(executablePath === undefined)(title, () => {
  let folder: string;
  let address: string;
  let browser: Browser;
  let page: Page;
  /** Everything that must not happen: errors, violations of the policy, requests, and scripts of a client. */
  const incidents: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'redirect-report-'));
    const file = join(folder, 'index.html');
    address = pathToFileURL(file).href;
    writeWhole(file, await renderHtml(smallRun));
    browser = await chromium.launch({ ...(executablePath !== undefined && { executablePath }), args: [...args, ...asRoot] });
  });

  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  beforeEach(async () => {
    page = await browser.newPage();
    page.on('console', (message) => incidents.push(message.text()));
    page.on('pageerror', (error) => incidents.push(error.message));
    page.on('dialog', (dialog) => incidents.push(dialog.message()));
    page.on('request', (request) => {
      if (request.url() !== address) incidents.push(request.url());
    });
  });

  afterEach(async () => {
    await page.close();
    if (incidents.length > 0) throw new Error(incidents.splice(0).join('\n'));
  });

  const open = async (hash = ''): Promise<void> => {
    await page.goto(address + hash);
    await page.locator('#count', { hasText: 'scenario' }).waitFor();
  };
  const hash = (): string => new URL(page.url()).hash;
  const shown = (): Promise<readonly string[]> => page.locator('tr[data-scenario]:visible th code').allTextContents();
  const cell = (scenario: string, column: number) =>
    page.locator(`tr[data-scenario="${scenario}"] td`).nth(column).locator('button');
  const dialog = () => page.locator('dialog[open]');

  it('shows the scenarios that pass the filters', async () => {
    await open();
    expect(await shown()).toEqual(['first', 'second', 'self']);
    await page.getByLabel('Search').fill('same body');
    expect(await shown()).toEqual(['second']);
    await page.getByLabel('Search').fill('');
    await page.getByLabel('Suite').selectOption('Cycles');
    expect(await shown()).toEqual(['self']);
    await page.getByLabel('Suite').selectOption('all');
    await page.getByLabel('only where clients differ').check();
    expect(await shown()).toEqual(['first', 'second']);
    await page.getByLabel('Verdict').selectOption('fail');
    await page.getByText('Lax', { exact: true }).first().click();
    expect(await shown()).toEqual(['first']);
    expect(hash()).toBe('#profile=lax&verdict=fail&disagree=yes');
  });

  it('shows the selected clients', async () => {
    await open();
    await page.getByRole('checkbox', { name: 'evil~msw' }).check();
    await page.getByRole('checkbox', { name: 'node/fetch' }).uncheck();
    expect(await page.locator('#matrix th[data-column]:visible .client').allTextContents()).toEqual(['evil', 'evil~msw']);
  });

  it('can be used by keyboard', async () => {
    await open();
    await cell('area/first', 0).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await dialog().waitFor();
    expect(await page.locator(':focus').textContent()).toBe('evil About area/second');
    expect(hash()).toBe('#cell=evil/area/second');
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    expect(await page.locator(':focus').textContent()).toBe('POST, same body');
    await expect.poll(hash).toBe('');
  });

  it('opens a cell by a click, and other cells by links', async () => {
    await open();
    await cell('area/first', 1).click();
    await dialog().waitFor();
    expect(await dialog().locator('pre.request').textContent()).toContain(`X-Evil: ${shownHostileText}`);
    await dialog().getByRole('link', { name: 'node/fetch' }).click();
    expect(await dialog().locator('h2').textContent()).toBe(`node/fetch ${shownHostileText}`);
    await dialog().getByRole('button', { name: 'Close' }).click();
    await dialog().waitFor({ state: 'detached' });
    await page.locator('.worst a:visible').first().click();
    expect(await dialog().locator('h2').textContent()).toMatch(/^evil /);
  });

  it('closes a cell by a click beside it', async () => {
    await open('#cell=evil/area/second');
    await dialog().waitFor();
    await page.mouse.click(2, 2);
    await dialog().waitFor({ state: 'detached' });
  });

  it('restores from the address what was set and opened', async () => {
    const settings = '#profile=lax&suite=area&search=about&clients=evil&clients=evil~msw&cell=evil~msw/area/second';
    await open(settings);
    expect(await dialog().locator('h2').textContent()).toBe('evil~msw About area/second');
    expect(await dialog().locator('h3').allTextContents()).toEqual(['What happened', 'Checks under Lax']);
    expect(await page.getByLabel('Search').inputValue()).toBe('about');
    expect(hash()).toBe(settings);
    await page.evaluate(() => {
      location.hash = '#suite=cycles';
    });
    await expect.poll(shown).toEqual(['self']);
    await expect.poll(() => dialog().count()).toBe(0);
    expect(hash()).toBe('#suite=cycles');
  });

  it('ignores a cell in the address that does not exist', async () => {
    await open('#cell=evil/area/none');
    expect(await dialog().count()).toBe(0);
  });
});

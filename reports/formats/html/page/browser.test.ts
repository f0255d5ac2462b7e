import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chromiumPath, startChromium } from '../../../../harness/fixtures/chromium.ts';
import { writeWhole } from '../../../write-whole.ts';
import type { Results } from '../../../../suites/vocabulary/result.ts';
import { visible } from '../../../../suites/wording/visible.ts';
import { reproductionOf } from '../../../reproduction/reproduction.ts';
import { judged } from '../../../sample.fixture.ts';
import { renderHtml } from '../render.ts';
import { shownHostileText, smallRun } from '../small-run.fixture.ts';

/** The same run when one client was better. */
const earlierRun: Results = {
  ...smallRun,
  run: { ...smallRun.run, startedAt: '2025-12-24T00:00:00.000Z' },
  cells: smallRun.cells.map((each) =>
    each.column === 'evil' && each.scenario === 'area/second'
      ? { ...each, checks: { ...each.checks, 'area/second#request@target': judged('GET, no body', 'pass') } }
      : each,
  ),
};
const earlierPage = await renderHtml(earlierRun);

const title = chromiumPath === undefined ? 'the page in a browser (no chromium found: set CHROMIUM)' : 'the page in a browser';

describe.skipIf(chromiumPath === undefined)(title, () => {
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
    browser = await startChromium();
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
  const columns = (): Promise<readonly string[]> => page.locator('#matrix .client').allTextContents();
  const focused = (): Promise<string | null> => page.locator(':focus').getAttribute('data-at');
  const cell = (scenario: string, column: number) =>
    page.locator(`tr[data-scenario="${scenario}"] td`).nth(column).locator('button');
  const dialog = () => page.locator('dialog[open]');
  /** What axe finds: the rule, and where. */
  const barriers = async (): Promise<readonly string[]> => {
    // The policy of the page lets in no further script; one that a debugger evaluates is none of the page.
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id} ${String(target)} ${failureSummary}`),
    );
  };

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
    await page.locator('#clients summary').click();
    await page.getByRole('checkbox', { name: 'evil~msw', exact: true }).check();
    await page.getByRole('checkbox', { name: 'node/fetch', exact: true }).uncheck();
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
    await page.locator('#broken a[href^="#cell"]').first().click();
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

  it.each<[what: string, hash: string, scenarios: readonly string[]]>([
    ['a level', 'level=must', ['first', 'second', 'self']],
    ['an authority', 'authority=fetch&verdict=fail', ['first', 'second']],
    ['who decides', 'authority=the+profile&profile=lax', ['first', 'second']],
    ['a requirement', 'requirement=fetch/rule&profile=lax', []],
    ['a capability', 'capability=cookie-jar', ['self']],
    ['what is broken for users', 'meaning=answer', ['first']],
    ['credentials', 'credentials=yes', ['self']],
    ['known deviations', 'known=yes', []],
    ['disputes', 'disputed=yes', []],
    ['changes, of which there are none without an earlier run', 'changed=yes', []],
  ])('filters by %s', async (_, settings, scenarios) => {
    await open(`#${settings}`);
    expect(await shown()).toEqual(scenarios);
  });

  it('closes suites, pins, moves and compares columns, all of it in the address', async () => {
    await open();
    await page.getByRole('button', { name: /An area/ }).click();
    expect(await shown()).toEqual(['self']);
    await page.locator('#clients summary').click();
    await page.getByRole('checkbox', { name: 'Pin evil at the left' }).check();
    expect(await columns()).toEqual(['evil', 'node/fetch']);
    await page.getByRole('checkbox', { name: 'Pin evil at the left' }).uncheck();
    await page.getByRole('button', { name: 'Move node/fetch down' }).click();
    expect(await columns()).toEqual(['evil', 'node/fetch']);
    expect(await page.locator(':focus').getAttribute('aria-label')).toBe('Move node/fetch down');
    expect(hash()).toBe('#clients=evil&clients=node/fetch&closed=area');
    await page.reload();
    expect(await columns()).toEqual(['evil', 'node/fetch']);
    expect(await shown()).toEqual(['self']);
    await page.getByRole('button', { name: 'Reset' }).click();
    expect(await columns()).toEqual(['node/fetch', 'evil']);
    await page.getByText('More filters').click();
    await page.getByLabel('Compare', { exact: true }).selectOption('evil~msw');
    await page.getByLabel('Compare with', { exact: true }).selectOption('node/fetch');
    expect(await columns()).toEqual(['evil~msw', 'node/fetch']);
    expect(await shown()).toEqual([]);
    expect(hash()).toBe('#clients=evil~msw&clients=node/fetch&disagree=yes');
  });

  it('goes back step by step', async () => {
    await open();
    await page.getByLabel('Suite').selectOption('Cycles');
    await cell('cycles/self', 1).click();
    await dialog().waitFor();
    await page.goBack();
    await dialog().waitFor({ state: 'detached' });
    expect(await shown()).toEqual(['self']);
    await page.goBack();
    await expect.poll(shown).toEqual(['first', 'second', 'self']);
    await page.goForward();
    await expect.poll(shown).toEqual(['self']);
  });

  it('does not open a cell again by a step back after it was closed', async () => {
    await open();
    await page.getByLabel('Suite').selectOption('Cycles');
    await cell('cycles/self', 1).click();
    await dialog().getByRole('link', { name: 'node/fetch' }).click();
    await dialog().getByRole('button', { name: 'Close' }).click();
    await dialog().waitFor({ state: 'detached' });
    await expect.poll(hash).toBe('#suite=cycles');
    await page.goBack();
    await expect.poll(shown).toEqual(['first', 'second', 'self']);
    expect(await dialog().count()).toBe(0);
  });

  it('keeps the page that was before, when a cell is closed that came with the address', async () => {
    await page.goto('about:blank');
    await open('#suite=cycles&cell=evil/cycles/self');
    await dialog().waitFor();
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
    await expect.poll(hash).toBe('#suite=cycles');
    await page.goBack();
    await expect.poll(() => page.url()).toBe('about:blank');
  });

  it('copies the script and the issue of a cell', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const clipboard = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
    await open('#cell=node/fetch/area/first');
    await dialog().getByText('Stand-alone reproduction').click();
    await dialog().getByRole('button', { name: 'Copy the script' }).click();
    await dialog().getByText('Copied').waitFor();
    const [first] = smallRun.suites[0]?.scenarios ?? [];
    const reproduction = first && reproductionOf(first, { name: 'node/fetch', version: '1.0.0' });
    expect(await clipboard()).toBe(reproduction && 'script' in reproduction ? visible(reproduction.script) : undefined);
    await open('#cell=evil/area/second');
    await dialog().getByText('Issue for the maintainers').click();
    await dialog().getByRole('button', { name: 'Copy the text' }).click();
    await dialog().getByText('Copied').waitFor();
    expect(await clipboard()).toContain('- Found: the client sends POST with the body of the caller.');
  });

  it.each(['light', 'dark'] as const)('has no barrier that axe finds, in the %s page', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await open();
    expect(await barriers()).toEqual([]);
    await page.locator('#clients summary').click();
    await page.getByText('More filters').click();
    expect(await barriers()).toEqual([]);
    await cell('area/second', 1).click();
    await dialog().locator('.sequence').waitFor();
    for (const summary of await dialog().locator('.upstream summary').all()) await summary.click();
    expect(await barriers()).toEqual([]);
  });

  it('shows who was asked in a narrow window too', async () => {
    await page.setViewportSize({ width: 400, height: 800 });
    await open('#cell=evil/area/second');
    const drawing = dialog().locator('.sequence');
    const right = async (locator: Locator): Promise<number> => {
      const { x, width } = (await locator.boundingBox()) ?? { x: NaN, width: NaN };
      return x + width;
    };
    expect(await right(drawing.getByText('asked by the caller'))).toBeLessThan(await right(drawing));
  });

  it('walks through the grid by keyboard', async () => {
    await open();
    await cell('area/first', 0).focus();
    const walk: readonly (readonly [key: string, at: string])[] = [
      ['Home', '2:0'],
      ['End', '2:2'],
      ['Control+End', '5:2'],
      ['ArrowUp', '4:2'],
      ['Control+Home', '0:0'],
      ['ArrowLeft', '0:0'],
      ['PageDown', '3:0'],
      ['PageUp', '0:0'],
      ['ArrowDown', '1:0'],
    ];
    for (const [key, at] of walk) {
      await page.keyboard.press(key);
      expect([key, await focused()]).toEqual([key, at]);
    }
    await page.keyboard.press('Enter');
    expect(await shown()).toEqual(['self']);
    expect(await focused()).toBe('1:0');
    expect(await page.locator('#matrix [tabindex="0"]').count()).toBe(1);
  });

  /** Drops a file with this text onto the page. */
  const drop = (name: string, text: string): Promise<void> =>
    page.evaluate(
      ([fileName, contents]) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([contents ?? ''], fileName ?? ''));
        document.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
      },
      [name, text],
    );

  it.each([
    ['results', JSON.stringify(earlierRun)],
    ['a page', earlierPage],
  ])('compares with %s that are dropped onto it', async (_, text) => {
    await open('#changed=yes');
    await drop('earlier', text);
    await page.getByRole('heading', { name: 'Worse' }).waitFor();
    expect(await page.locator('#changes h2').textContent()).toBe('What changed since 2025-12-24T00:00:00.000Z');
    expect(await page.locator('#changes li p').first().textContent()).toBe(
      'the client sends POST with the body of the caller (before: the client sends GET without a body)',
    );
    expect(await shown()).toEqual(['second']);
  });

  it.each([
    ['{"version": 2, "cells": [', 'it is neither a whole results.json nor a page of this program'],
    ['{"version": 1}', 'it has version 1 of results, and this page reads version 2'],
    ['[]', 'it has no results of a run'],
    ['{"version": 2}', 'it lacks the run, the columns or the cells'],
  ])('says why it cannot compare with %s', async (text, why) => {
    await open();
    await drop('bad.json', text);
    await page.getByText(`bad.json cannot be compared: ${why}.`).waitFor();
  });

  it('says what of an earlier run this one does not have', async () => {
    const { cells, columns: all } = smallRun;
    const strange = cells.map((each) => (each.column === 'evil' ? { ...each, column: 'gone', scenario: 'area/none' } : each));
    const gone = all.map((column) => (column.id === 'evil' ? { ...column, id: 'gone' } : column));
    await open();
    await drop('earlier.json', JSON.stringify({ ...smallRun, columns: gone, cells: strange }));
    await page.getByText('Only in that run: gone.').waitFor();
    expect(await page.locator('#changes').textContent()).toContain('1 scenarios of that run are not in this one.');
  });

  it('can be read without scripts', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const still = await context.newPage();
    await still.goto(address);
    await still.locator('.plain caption').waitFor();
    await still.locator('.plain summary').first().click();
    expect(await still.locator('.plain details[open] tbody tr').count()).toBe(2);
    expect(await still.locator('#broken h3').allTextContents()).toContain('Data lost');
    await context.close();
  });
});

import type { BrowserContext, Page } from 'playwright-core';

/** Where the page of an origin is. The browser gets it from the driver: no server is asked for it. */
const PATH = '/.page-of-the-caller';

const html = '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>The page of the caller</title>';

/** A page at an origin, empty, whose scripts are the callers. */
export async function openPage(context: BrowserContext, origin: string): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(0);
  const url = origin + PATH;
  await page.route(url, (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await page.goto(url);
  // A page that is watched for requests has no cache.
  await page.unroute(url);
  return page;
}

import type { BrowserContext, CDPSession, Page } from 'playwright-core';

/** Where the page of an origin is. The browser gets it from the driver: no server is asked for it. */
const PATH = '/.page-of-the-caller';

const html = '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>The page of the caller</title>';

const page = {
  responseCode: 200,
  responseHeaders: [{ name: 'Content-Type', value: 'text/html' }],
  body: Buffer.from(html).toString('base64'),
};

/** Pages of which the driver knows how to answer for their documents. */
const served = new WeakMap<Page, Promise<CDPSession>>();

/** Playwright's own routes would turn the cache off. */
async function serveDocuments(tab: Page): Promise<CDPSession> {
  const session = await tab.context().newCDPSession(tab);
  session.on('Fetch.requestPaused', ({ requestId }) => void session.send('Fetch.fulfillRequest', { requestId, ...page }));
  await session.send('Fetch.enable', { patterns: [{ urlPattern: `*${PATH}` }] });
  return session;
}

/** Makes a tab an empty page at an origin, whose scripts are the callers. */
async function goTo(tab: Page, origin: string): Promise<Page> {
  const serving = served.get(tab) ?? serveDocuments(tab);
  served.set(tab, serving);
  await serving;
  await tab.goto(origin + PATH, { waitUntil: 'commit' });
  return tab;
}

/** The pages of a scenario, one for each origin. The first one has the tab of the scenario before. */
export class Pages {
  readonly #context: BrowserContext;
  readonly #pages = new Map<string, Promise<Page>>();
  readonly #extra: Page[] = [];

  constructor(context: BrowserContext) {
    this.#context = context;
  }

  /** An empty page at an origin. */
  at(origin: string): Promise<Page> {
    const tab = this.#pages.get(origin) ?? this.#open(origin, this.#pages.size === 0);
    this.#pages.set(origin, tab);
    return tab;
  }

  /** Closes all pages but the first. */
  async close(): Promise<void> {
    await Promise.all(this.#extra.map((tab) => tab.close()));
  }

  async #open(origin: string, isFirst: boolean): Promise<Page> {
    const [kept] = this.#context.pages();
    if (isFirst && kept) return goTo(kept, origin);
    const tab = await this.#context.newPage();
    if (!isFirst) this.#extra.push(tab);
    return goTo(tab, origin);
  }
}

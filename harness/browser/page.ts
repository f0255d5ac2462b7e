import type { BrowserContext, CDPSession, Page } from 'playwright-core';

/** Where the page of an origin is. The browser gets it from the driver: no server is asked for it. */
const PATH = '/.page-of-the-caller';

const html = '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><title>The page of the caller</title>';

/** Where a page is, and its Content-Security-Policy if it has any. */
export interface PlaceOfPage {
  readonly origin: string;
  readonly policy?: string | undefined;
}

/** A tab whose documents the driver answers for, and the policy of the next one. */
class Tab {
  readonly page: Page;
  readonly #session: Promise<CDPSession>;
  #policy: string | undefined;

  constructor(page: Page) {
    this.page = page;
    this.#session = this.#serveDocuments();
  }

  /** Becomes an empty page at an origin, whose scripts are the callers. */
  async goTo({ origin, policy }: PlaceOfPage): Promise<Page> {
    const session = await this.#session;
    this.#policy = policy;
    await session.send('Fetch.enable', { patterns: [{ urlPattern: `*${PATH}` }] });
    await this.#arriveAt(origin + PATH);
    // Requests of a page that is watched would lose the field Origin when they are redirected.
    await session.send('Fetch.disable');
    return this.page;
  }

  /** The document before may lead on by itself (Refresh), and come between. */
  async #arriveAt(url: string, attempts = 5): Promise<void> {
    try {
      await this.page.goto(url, { waitUntil: 'commit' });
    } catch (error) {
      if (attempts === 1 || !/interrupted by another navigation/.test((error as Error).message)) throw error;
      await this.#arriveAt(url, attempts - 1);
    }
  }

  /** Playwright's own routes would turn the cache off. */
  async #serveDocuments(): Promise<CDPSession> {
    const session = await this.page.context().newCDPSession(this.page);
    session.on('Fetch.requestPaused', ({ requestId }) => {
      const policy = this.#policy === undefined ? [] : [{ name: 'Content-Security-Policy', value: this.#policy }];
      const responseHeaders = [{ name: 'Content-Type', value: 'text/html' }, ...policy];
      const body = Buffer.from(html).toString('base64');
      void session.send('Fetch.fulfillRequest', { requestId, responseCode: 200, responseHeaders, body });
    });
    return session;
  }
}

/** Pages that are being closed. */
const unusable = new WeakSet<Page>();

const tabs = new WeakMap<Page, Tab>();

function tabOf(page: Page): Tab {
  const tab = tabs.get(page) ?? new Tab(page);
  tabs.set(page, tab);
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

  /** An empty page at a place. */
  at(place: PlaceOfPage): Promise<Page> {
    const key = JSON.stringify(place);
    const page = this.#pages.get(key) ?? this.#open(place, this.#pages.size === 0);
    this.#pages.set(key, page);
    return page;
  }

  /** To be called when a page has gone elsewhere. Where there is no document, its tab is not used again: some failures have no way back. */
  leave(page: Page, hasDocument: boolean): void {
    this.#pages.clear();
    if (hasDocument) return;
    unusable.add(page);
    page.close().catch(() => {});
  }

  /** Closes all pages but the first. */
  async close(): Promise<void> {
    await Promise.all(this.#extra.map((page) => page.close()));
  }

  async #open(place: PlaceOfPage, isFirst: boolean): Promise<Page> {
    const kept = this.#context.pages().find((page) => !unusable.has(page));
    if (isFirst && kept) return tabOf(kept).goTo(place);
    const page = await this.#context.newPage();
    if (!isFirst) this.#extra.push(page);
    return tabOf(page).goTo(place);
  }
}

import { homedir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium as playwright, type Page, type Request } from 'playwright-core';
import type {
  Browser,
  Context,
  EndedRequest,
  LaunchedBrowser,
  LaunchOptions,
  PlaceOfPage,
  Tab,
  Watch,
  WatchedKind,
} from './browser.ts';
import { writeCertificateStore } from './certificate-store.ts';
import { caused } from './failures.ts';
import { installedChromium } from './find-browser.ts';
import { fieldsOfPage, HTML_OF_PAGE, PATH_OF_PAGE } from './page-of-the-caller.ts';
import { doesNotStart } from './program.ts';

/** No request of its own leaves the browser, and it has no services. */
const args = [
  '--disable-gpu',
  '--in-process-gpu',
  '--disable-software-rasterizer',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  // The same in every release, so that findings are too.
  '--user-agent=Chromium',
  // One process renders every page: to start one takes longer than most scenarios. What is sent does not depend on it.
  '--renderer-process-limit=1',
  '--disable-site-isolation-trials',
  // A page may ask servers on loopback; nobody is there to be asked for permission. This takes the place of Playwright's
  // own list, which turns off what Chromium does with the field Origin of a redirect, and with http.
  '--disable-features=IsolateOrigins,site-per-process,LocalNetworkAccessChecks',
];
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** Loopback too goes through the proxy, which refuses it. */
const through = (port: number): { server: string; bypass: string } => ({
  server: `socks5://127.0.0.1:${port}`,
  bypass: '<-loopback>',
});

/** What Chromium said before it ended, out of what Playwright tells at length: why it gave up, or else its last line. */
function lastOutputIn(message: string): string {
  const lines = [...message.matchAll(/\[err\] (.+)/g)].map(([, line = '']) => line);
  return lines.find((line) => line.includes('FATAL')) ?? lines.at(-1) ?? message.split('\n', 1)[0]!;
}

const typeOf: Readonly<Record<WatchedKind, string>> = { document: 'Document', beacon: 'Ping', report: 'Other' };

/** Watches for the next request of a kind. Its redirects have its id. */
function watchRequest(session: CDPSession, kind: WatchedKind): Promise<EndedRequest> {
  const { promise, resolve } = Promise.withResolvers<EndedRequest>();
  let id: string | undefined;
  let response: EndedRequest['response'];
  const end = (failure?: string): void => resolve({ ...(response && { response }), ...(failure !== undefined && { failure }) });
  session.on('Network.requestWillBeSent', ({ requestId, type }) => {
    if (type === typeOf[kind]) id ??= requestId;
  });
  session.on('Network.responseReceived', (event) => {
    if (event.requestId === id) ({ response } = event);
  });
  session.on('Network.loadingFinished', ({ requestId }) => requestId === id && end());
  session.on('Network.loadingFailed', ({ requestId, errorText }) => requestId === id && end(errorText));
  return promise;
}

/** A tab whose documents the driver answers for, and the policy of the next one. */
class ChromiumTab implements Tab {
  readonly #page: Page;
  readonly #session: Promise<CDPSession>;
  #policy: string | undefined;

  constructor(page: Page) {
    this.#page = page;
    this.#session = this.#serveDocuments();
  }

  async goTo({ origin, policy }: PlaceOfPage): Promise<void> {
    const session = await this.#session;
    this.#policy = policy;
    await session.send('Fetch.enable', { patterns: [{ urlPattern: `*${PATH_OF_PAGE}` }] });
    await this.#arriveAt(origin + PATH_OF_PAGE);
    // Requests of a page that is watched would lose the field Origin when they are redirected.
    await session.send('Fetch.disable');
  }

  run<Given, Result>(work: (given: Given) => Result, given: Given): Promise<Awaited<Result>> {
    return this.#page.evaluate(work as (given: unknown) => Result, given) as Promise<Awaited<Result>>;
  }

  watchFailures(): ReturnType<Tab['watchFailures']> {
    let last: string | undefined;
    const onFailure = (failed: Request): void => void (last = failed.failure()?.errorText);
    this.#page.on('requestfailed', onFailure);
    return { last: () => last, stop: () => void this.#page.off('requestfailed', onFailure) };
  }

  async watch(kind: WatchedKind): Promise<Watch> {
    const session = await this.#page.context().newCDPSession(this.#page);
    const ended = watchRequest(session, kind);
    await session.send('Network.enable');
    const documentUrl = async (): Promise<string> => {
      await this.#page.waitForLoadState('domcontentloaded');
      return this.#page.url();
    };
    // At a warning of Chromium it is never answered.
    return { ended, documentUrl, stop: () => void session.detach().catch(() => {}) };
  }

  close(): Promise<void> {
    return this.#page.close();
  }

  /** The document before may lead on by itself (Refresh), and come between. */
  async #arriveAt(url: string, attempts = 5): Promise<void> {
    try {
      await this.#page.goto(url, { waitUntil: 'commit' });
    } catch (error) {
      if (attempts === 1 || !/interrupted by another navigation/.test((error as Error).message)) throw error;
      await this.#arriveAt(url, attempts - 1);
    }
  }

  /** Playwright's own routes would turn the cache off. */
  async #serveDocuments(): Promise<CDPSession> {
    const session = await this.#page.context().newCDPSession(this.#page);
    session.on('Fetch.requestPaused', ({ requestId }) => {
      const body = Buffer.from(HTML_OF_PAGE).toString('base64');
      const answer = { responseCode: 200, responseHeaders: fieldsOfPage(this.#policy), body };
      void session.send('Fetch.fulfillRequest', { requestId, ...answer });
    });
    return session;
  }
}

const contextOf = (context: BrowserContext): Context => ({
  newTab: async () => new ChromiumTab(await context.newPage()),
  close: () => context.close(),
});

async function launch({ program, ca, relay, nowhere }: LaunchOptions): Promise<LaunchedBrowser> {
  writeCertificateStore(ca, join(homedir(), '.pki', 'nssdb'));
  // The proxy is for what the browser asks for itself.
  const options = { executablePath: program, args: [...args, ...asRoot], proxy: through(nowhere), timeout: 0 };
  const browser = await playwright.launch(options).catch((error: Error) => {
    throw doesNotStart(installedChromium, program, lastOutputIn(error.message), error);
  });
  const ended = new Promise<string>((resolve) => void browser.once('disconnected', () => resolve('its pipe was closed')));
  const newContext = async (): Promise<Context> => {
    const context = await browser.newContext({ proxy: through(relay) });
    context.setDefaultTimeout(0);
    return contextOf(context);
  };
  return { newContext, ended };
}

/** Chromium, driven by Playwright and its own protocol (CDP). */
export const chromium: Browser = {
  installed: installedChromium,
  launch,
  refused: /^net::ERR_SOCKS_CONNECTION_FAILED$/,
  leftAlone: /^net::ERR_(ABORTED|HTTP_RESPONSE_CODE_FAILURE|INVALID_RESPONSE)$/,
  ofFetch: ['stream-body'],
  errors: {
    'blocked-address': caused(/EBLOCKED/),
    'too-many-redirects': caused(/ERR_TOO_MANY_REDIRECTS/),
    'unsupported-scheme': caused(/ERR_(UNSAFE_REDIRECT|UNKNOWN_URL_SCHEME|DISALLOWED_URL_SCHEME)/),
    'invalid-location': caused(/ERR_(INVALID_(REDIRECT|URL)|RESPONSE_HEADERS_MULTIPLE_LOCATION)/),
    tls: caused(/ERR_(CERT|SSL)_/),
    connection: caused(/ERR_(SOCKS|CONNECTION|EMPTY_RESPONSE|NAME_NOT_RESOLVED|INCOMPLETE|CONTENT_LENGTH|HTTP2)/),
  },
};

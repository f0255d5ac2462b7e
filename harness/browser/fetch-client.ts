import { type Client, type ClientRequest, type ClientResponse, defineClient, type Send } from '../adapter/index.ts';
import type { Browser, Tab, WatchedKind } from './browser.ts';
import { failureOf } from './failures.ts';
import { openInPage } from './in-page-apis.ts';
import { beaconInPage, breakPolicyInPage } from './in-page-sends.ts';
import { abortInPage, fetchInPage, type PageBody } from './in-page.ts';
import type { Pages } from './pages.ts';
import { versionOfBrowser } from './program.ts';
import type { RunningBrowser } from './running-browser.ts';
import { openPages } from './session.ts';

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');

async function partsOf(stream: ReadableStream<Uint8Array>): Promise<readonly string[]> {
  const parts: string[] = [];
  for await (const part of stream as unknown as AsyncIterable<Uint8Array>) parts.push(base64(part));
  return parts;
}

const bytesOf = async (blob: Blob): Promise<string> => base64(new Uint8Array(await blob.arrayBuffer()));

/** A body or a form as it crosses into a page, which makes it anew. */
async function toPageBody({ body, form }: ClientRequest): Promise<PageBody | undefined> {
  if (form instanceof URLSearchParams) return { urlencoded: [...form] };
  if (form instanceof Blob) return { blob: await bytesOf(form), type: form.type };
  if (form) {
    const entries = [...form].map(async ([name, value]) =>
      typeof value === 'string'
        ? ([name, value] as const)
        : ([name, { base64: await bytesOf(value), type: value.type, filename: value.name }] as const),
    );
    return { multipart: await Promise.all(entries) };
  }
  if (body instanceof ReadableStream) return { stream: await partsOf(body) };
  return body && { base64: base64(body) };
}

/** Where a call is made, and with what. */
interface Calling {
  readonly browser: RunningBrowser;
  readonly page: Tab;
  readonly id: number;
  readonly signal: AbortSignal;
}

type Way = (request: ClientRequest, calling: Calling) => Promise<ClientResponse>;

/** Runs something in a page, and remembers why a request of it failed. */
async function watchingFailures<Result>(page: Tab, run: () => Promise<Result>): Promise<[Result, string | undefined]> {
  const failures = page.watchFailures();
  try {
    return [await run(), failures.last()];
  } finally {
    failures.stop();
  }
}

const byFetch: Way = async (request, { browser, page, id, signal }) => {
  const { url, method, headers, redirect, page: { mode, credentials } = {} } = request;
  const body = await toPageBody(request);
  const onAbort = (): void => {
    const { name } = signal.reason as Error;
    // A page that has gone elsewhere has no call any more.
    page.run(abortInPage, { id, isTimeout: name === 'TimeoutError' }).catch(() => {});
  };
  signal.addEventListener('abort', onAbort);
  const asked = {
    id,
    url,
    method,
    headers,
    isAborted: signal.aborted,
    isDescribed: request.page !== undefined,
    ...(body && { body }),
    ...(redirect && { redirect }),
    ...(mode && { mode }),
    ...(credentials && { credentials }),
  };
  const [answer, failure] = await watchingFailures(page, () => page.run(fetchInPage, asked));
  if (!('thrown' in answer)) return { ...answer, body: new Uint8Array(Buffer.from(answer.body, 'base64')) };
  const { name, message } = answer.thrown;
  throw Object.assign(failureOf(message, failure, browser), { name });
};

const byApi =
  (api: 'event-source' | 'websocket'): Way =>
  async ({ url }, { browser, page }) => {
    const [answer, failure] = await watchingFailures(page, () => page.run(openInPage, { api, url }));
    if ('failed' in answer) throw failureOf(answer.failed, failure, browser);
    if (answer.status === 101) return { ...answer, headers: [], body: new Uint8Array() };
    const { status, origin, data } = answer;
    return { status, headers: [['Message-Origin', origin]], body: new TextEncoder().encode(data), url: answer.url };
  };

/** What a page sends without being told what becomes of it: the call ends once the browser is done with it. */
const sent =
  (kind: WatchedKind, send: (request: ClientRequest, page: Tab) => Promise<unknown>): Way =>
  async (request, { page }) => {
    const watch = await page.watch(kind);
    try {
      await send(request, page);
      await watch.ended;
      return { status: 0, headers: [], body: new Uint8Array() };
    } finally {
      watch.stop();
    }
  };

const byBeacon = sent('beacon', async ({ url, headers, body }, page) => {
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  const bytes = body instanceof Uint8Array ? base64(body) : '';
  if (!(await page.run(beaconInPage, { url, body: bytes, type }))) throw new Error('the beacon was not taken');
});

const byReport = sent('report', (_, page) => page.run(breakPolicyInPage, undefined));

const ways: Readonly<Partial<Record<NonNullable<ClientRequest['through']>, Way>>> = {
  'event-source': byApi('event-source'),
  websocket: byApi('websocket'),
  beacon: byBeacon,
  'csp-report': byReport,
};

/** The policy of the page of a call: what it is given, or for a report one that allows no image but its icon. */
const policyOf = ({ url, through, page }: ClientRequest): string | undefined =>
  through === 'csp-report' ? `img-src data:; report-uri ${url}` : page?.policy;

function asking(browser: RunningBrowser, pages: Pages): Send {
  let calls = 0;
  return async (request, { signal }) => {
    const { url, through, page: { at = new URL(url).origin } = {} } = request;
    const page = await pages.at({ origin: at, policy: policyOf(request) });
    const way = through === undefined ? byFetch : ways[through];
    if (!way) throw new Error(`a page cannot call through ${through}`);
    return way(request, { browser, page, id: ++calls, signal });
  };
}

/** The fetch of a browser's pages, and the other APIs by which they ask. */
export const fetchClient = (browser: Browser): Client =>
  defineClient({
    name: `${browser.installed.name.toLowerCase()}/fetch`,
    version: versionOfBrowser(browser.installed),
    capabilities: [
      'manual',
      'error-mode',
      'form',
      'fetch-response',
      'cookie-jar',
      'cache',
      'http2',
      'abort',
      'event-source',
      'websocket',
      'page',
      'beacon',
      'csp-report',
      ...browser.ofFetch,
    ],
    page: 'fetch',
    follows: true,
    send: () => Promise.reject(new Error('a page is opened for each scenario')),
    open: openPages(browser, asking),
    errors: browser.errors,
  });

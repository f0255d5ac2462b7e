import type { BrowserContext, Page } from 'playwright-core';
import { type ClientRequest, type ClientResponse, type ClientSession, defineClient, type Send } from '../adapter/index.ts';
import { browserTrusting, type RunningBrowser, versionOfChromium } from '../browser/browser.ts';
import { abortInPage, fetchInPage, type PageBody } from '../browser/in-page.ts';
import { openPage } from '../browser/page.ts';

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

/** What the page throws, with the reason that only the browser knows as its cause. */
function errorOf({ name, message }: { readonly name: string; readonly message: string }, cause: Error | undefined): Error {
  return Object.assign(new Error(message, cause && { cause }), { name });
}

/** The pages of a scenario, one for each origin that is asked: a page asks its own origin. */
class Pages {
  readonly #browser: RunningBrowser;
  readonly #context: Promise<BrowserContext>;
  readonly #pages = new Map<string, Promise<Page>>();
  #calls = 0;

  constructor(browser: RunningBrowser) {
    this.#browser = browser;
    this.#context = browser.open();
  }

  readonly send: Send = async (request, { signal }): Promise<ClientResponse> => {
    const { url, method, headers, redirect } = request;
    const page = await this.#pageAt(new URL(url).origin);
    const id = ++this.#calls;
    const body = await toPageBody(request);
    let failure: string | undefined;
    page.on('requestfailed', (failed) => (failure = failed.failure()?.errorText));
    signal.addEventListener('abort', () => {
      const { name } = signal.reason as Error;
      void page.evaluate(abortInPage, { id, isTimeout: name === 'TimeoutError' });
    });
    const answer = await page.evaluate(fetchInPage, {
      id,
      url,
      method,
      headers,
      isAborted: signal.aborted,
      ...(body && { body }),
      ...(redirect && { redirect }),
    });
    if (!('thrown' in answer)) return { ...answer, body: new Uint8Array(Buffer.from(answer.body, 'base64')) };
    const refused = failure === 'net::ERR_SOCKS_CONNECTION_FAILED' ? this.#browser.lastFailure() : undefined;
    throw errorOf(answer.thrown, refused ?? (failure === undefined ? undefined : new Error(failure)));
  };

  readonly close = async (): Promise<void> => {
    await (await this.#context).close();
  };

  #pageAt(origin: string): Promise<Page> {
    const page = this.#pages.get(origin) ?? this.#context.then((context) => openPage(context, origin));
    this.#pages.set(origin, page);
    return page;
  }
}

const openSession = async (ca: string): Promise<ClientSession> => new Pages(await browserTrusting(ca));

export default defineClient({
  name: 'chromium/fetch',
  version: versionOfChromium(),
  capabilities: ['manual', 'error-mode', 'stream-body', 'form', 'fetch-response', 'cookie-jar', 'cache', 'http2', 'abort'],
  send: () => Promise.reject(new Error('a page is opened for each scenario')),
  open: ({ ca }) => openSession(ca),
});

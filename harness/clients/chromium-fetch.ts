import type { Request } from 'playwright-core';
import {
  type ClientRequest,
  type ClientResponse,
  type ClientSession,
  defineClient,
  type ScenarioNeeds,
  type Send,
} from '../adapter/index.ts';
import { browserTrusting, type RunningBrowser, versionOfChromium } from '../browser/browser.ts';
import { errorClassesOfChromium, failureOf } from '../browser/failures.ts';
import { abortInPage, fetchInPage, type PageBody } from '../browser/in-page.ts';
import { Pages } from '../browser/page.ts';

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

/** The fetch of the pages of a scenario: each asks its own origin. */
function fetching(browser: RunningBrowser, pages: Pages): Send {
  let calls = 0;
  return async (request, { signal }): Promise<ClientResponse> => {
    const { url, method, headers, redirect } = request;
    const page = await pages.at({ origin: new URL(url).origin });
    const id = ++calls;
    const body = await toPageBody(request);
    let failure: string | undefined;
    const onFailure = (failed: Request): void => void (failure = failed.failure()?.errorText);
    const onAbort = (): void => {
      const { name } = signal.reason as Error;
      void page.evaluate(abortInPage, { id, isTimeout: name === 'TimeoutError' });
    };
    page.on('requestfailed', onFailure);
    signal.addEventListener('abort', onAbort);
    const answer = await page.evaluate(fetchInPage, {
      id,
      url,
      method,
      headers,
      isAborted: signal.aborted,
      ...(body && { body }),
      ...(redirect && { redirect }),
    });
    page.off('requestfailed', onFailure);
    if (!('thrown' in answer)) return { ...answer, body: new Uint8Array(Buffer.from(answer.body, 'base64')) };
    const { name, message } = answer.thrown;
    throw Object.assign(failureOf(message, failure, browser), { name });
  };
}

async function openSession({ ca, hosts }: ScenarioNeeds): Promise<ClientSession> {
  const browser = await browserTrusting(ca);
  const pages = new Pages(await browser.contextFor(hosts));
  return { send: fetching(browser, pages), close: () => pages.close() };
}

export default defineClient({
  name: 'chromium/fetch',
  version: versionOfChromium(),
  capabilities: ['manual', 'error-mode', 'stream-body', 'form', 'fetch-response', 'cookie-jar', 'cache', 'http2', 'abort'],
  page: 'fetch',
  follows: true,
  send: () => Promise.reject(new Error('a page is opened for each scenario')),
  open: openSession,
  errors: errorClassesOfChromium,
});

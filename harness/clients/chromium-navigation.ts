import type { CDPSession, Page } from 'playwright-core';
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
import { navigateInPage, type PageForm } from '../browser/in-page-sends.ts';
import { Pages } from '../browser/page.ts';
import { type EndedRequest, watchRequest } from '../browser/watched-request.ts';

/** A form as a page writes it. */
function toPageForm(form: ClientRequest['form']): PageForm | undefined {
  if (!form || form instanceof Blob) return undefined;
  const enctype = form instanceof FormData ? 'multipart/form-data' : 'application/x-www-form-urlencoded';
  const fields = [...form].map(([name, value]) => [name, String(value)] as const);
  return { enctype, fields };
}

/** The browser keeps no body of an answer that it does not show. */
async function bodyOf(session: CDPSession, requestId: string): Promise<Uint8Array> {
  try {
    const { body, base64Encoded } = await session.send('Network.getResponseBody', { requestId });
    return new Uint8Array(Buffer.from(body, base64Encoded ? 'base64' : 'utf8'));
  } catch {
    return new Uint8Array();
  }
}

/** Repeated fields come in one value, a line each. */
const fieldsOf = (headers: Readonly<Record<string, string>>): [string, string][] =>
  Object.entries(headers).flatMap(([name, value]) => value.split('\n').map((line): [string, string] => [name, line]));

/** The document that a navigation ended at. */
async function documentOf(page: Page, session: CDPSession, { id, response, failure }: EndedRequest): Promise<ClientResponse> {
  if (!response) throw new Error(failure);
  const isShown = failure === undefined;
  if (isShown) await page.waitForLoadState('domcontentloaded');
  return {
    status: response.status,
    headers: fieldsOf(response.headers),
    body: await bodyOf(session, id),
    url: isShown ? page.url() : response.url,
  };
}

const navigating =
  (browser: RunningBrowser, pages: Pages): Send =>
  async ({ url, form, page: { at = new URL(url).origin, policy } = {} }, { signal }) => {
    const page = await pages.at({ origin: at, policy });
    const session = await page.context().newCDPSession(page);
    try {
      const ended = await watchRequest(session, 'Document');
      signal.addEventListener('abort', () => void page.evaluate(() => window.stop()));
      const pageForm = toPageForm(form);
      await page.evaluate(navigateInPage, { url, ...(pageForm && { form: pageForm }) });
      const end = await ended();
      if (!end.response && end.failure !== undefined) throw failureOf('the navigation failed', end.failure, browser);
      return await documentOf(page, session, end);
    } finally {
      pages.forget();
      await session.detach();
    }
  };

async function openSession({ ca, hosts }: ScenarioNeeds): Promise<ClientSession> {
  const browser = await browserTrusting(ca);
  const pages = new Pages(await browser.contextFor(hosts));
  return { send: navigating(browser, pages), close: () => pages.close() };
}

export default defineClient({
  name: 'chromium/navigation',
  version: versionOfChromium(),
  capabilities: ['navigation', 'form', 'cookie-jar', 'cache', 'http2'],
  page: 'navigation',
  follows: true,
  send: () => Promise.reject(new Error('a page is opened for each scenario')),
  open: openSession,
  errors: errorClassesOfChromium,
});

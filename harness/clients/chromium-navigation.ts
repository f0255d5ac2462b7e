import type { Page } from 'playwright-core';
import { type ClientRequest, type ClientResponse, defineClient, type Send } from '../adapter/index.ts';
import type { RunningBrowser } from '../browser/browser.ts';
import { versionOfChromium } from '../browser/chromium-program.ts';
import { errorClassesOfChromium, failureOf } from '../browser/failures.ts';
import { navigateInPage, type PageForm } from '../browser/in-page-sends.ts';
import type { Pages } from '../browser/page.ts';
import { openPages } from '../browser/session.ts';
import { type EndedRequest, watchRequest } from '../browser/watched-request.ts';

type PageValue = PageForm['fields'][number][1];

async function toPageValue(value: FormDataEntryValue): Promise<PageValue> {
  if (typeof value === 'string') return value;
  return { base64: Buffer.from(await value.arrayBuffer()).toString('base64'), type: value.type, filename: value.name };
}

/** A form as a page writes it. */
async function toPageForm(form: ClientRequest['form']): Promise<PageForm | undefined> {
  if (!form || form instanceof Blob) return undefined;
  const enctype = form instanceof FormData ? 'multipart/form-data' : 'application/x-www-form-urlencoded';
  const fields = [...form].map(async ([name, value]) => [name, await toPageValue(value)] as const);
  return { enctype, fields: await Promise.all(fields) };
}

/** A 204 or a download, at which the browser stays where it is; or an error without content, for which it has a page of its own. */
const isLeftAlone = ({ response, failure = '' }: EndedRequest): boolean =>
  response !== undefined && /^net::ERR_(ABORTED|HTTP_RESPONSE_CODE_FAILURE|INVALID_RESPONSE)$/.test(failure);

/** What a person sees of the document that a navigation ended at. */
async function documentOf(page: Page, { response, failure }: EndedRequest): Promise<ClientResponse> {
  const { status, url: requested } = response!;
  if (failure === undefined) await page.waitForLoadState('domcontentloaded');
  return { status, headers: [], body: new Uint8Array(), url: failure === undefined ? page.url() : requested };
}

const navigating =
  (browser: RunningBrowser, pages: Pages): Send =>
  async ({ url, form, page: { at = new URL(url).origin, policy } = {} }, { signal }) => {
    const page = await pages.at({ origin: at, policy });
    const session = await page.context().newCDPSession(page);
    let hasDocument = false;
    try {
      const ended = await watchRequest(session, 'Document');
      signal.addEventListener('abort', () => void page.evaluate(() => window.stop()));
      const pageForm = await toPageForm(form);
      // The page that is asked may be gone before it answers.
      page.evaluate(navigateInPage, { url, ...(pageForm && { form: pageForm }) }).catch(() => {});
      const end = await ended();
      hasDocument = end.failure === undefined;
      if (hasDocument || isLeftAlone(end)) return await documentOf(page, end);
      throw failureOf('the navigation failed', end.failure, browser);
    } finally {
      // At a warning of Chromium, neither is ever answered.
      session.detach().catch(() => {});
      pages.leave(page, hasDocument);
    }
  };

export default defineClient({
  name: 'chromium/navigation',
  version: versionOfChromium(),
  capabilities: ['navigation', 'form', 'cookie-jar', 'http2'],
  page: 'navigation',
  follows: true,
  send: () => Promise.reject(new Error('a page is opened for each scenario')),
  open: openPages(navigating),
  errors: errorClassesOfChromium,
});

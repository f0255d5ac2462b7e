import { type Client, type ClientRequest, type ClientResponse, defineClient, type Send } from '../adapter/index.ts';
import type { Browser, EndedRequest, Watch } from './browser.ts';
import { failureOf } from './failures.ts';
import { navigateInPage, type PageForm, stopInPage } from './in-page-sends.ts';
import type { Pages } from './pages.ts';
import { versionOfBrowser } from './program.ts';
import type { RunningBrowser } from './running-browser.ts';
import { openPages } from './session.ts';

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

/** What a person sees of the document that a navigation ended at. */
async function documentOf({ response, failure }: EndedRequest, watch: Watch): Promise<ClientResponse> {
  const { status, url: requested } = response!;
  return { status, headers: [], body: new Uint8Array(), url: failure === undefined ? await watch.documentUrl() : requested };
}

const navigating =
  (running: RunningBrowser, pages: Pages): Send =>
  async ({ url, form, page: { at = new URL(url).origin, policy } = {} }, { signal }) => {
    const { leftAlone } = running.browser;
    const page = await pages.at({ origin: at, policy });
    const watch = await page.watch('document');
    let hasDocument = false;
    try {
      signal.addEventListener('abort', () => void page.run(stopInPage, undefined).catch(() => {}));
      const pageForm = await toPageForm(form);
      // The page that is asked may be gone before it answers.
      page.run(navigateInPage, { url, ...(pageForm && { form: pageForm }) }).catch(() => {});
      const end = await watch.ended;
      hasDocument = end.failure === undefined;
      if (hasDocument || (end.response && leftAlone.test(end.failure!))) return await documentOf(end, watch);
      throw failureOf('the navigation failed', end.failure, running);
    } finally {
      watch.stop();
      pages.leave(page, hasDocument);
    }
  };

/** A browser that goes from page to page, by a link or by sending a form. */
export const navigationClient = (browser: Browser): Client =>
  defineClient({
    name: `${browser.installed.name.toLowerCase()}/navigation`,
    version: versionOfBrowser(browser.installed),
    capabilities: ['navigation', 'form', 'cookie-jar', 'http2'],
    page: 'navigation',
    follows: true,
    send: () => Promise.reject(new Error('a page is opened for each scenario')),
    open: openPages(browser, navigating),
    errors: browser.errors,
  });

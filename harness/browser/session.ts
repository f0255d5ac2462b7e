import type { Client, ClientSession, Send } from '../adapter/index.ts';
import { browserTrusting, type RunningBrowser } from './browser.ts';
import { Pages } from './page.ts';

/** The harness takes a call without traffic for hung, but waits longer if the client has a timer: a browser lays out megabytes in silence. */
async function withTimer<Result>(work: Promise<Result>): Promise<Result> {
  const timer = setInterval(() => {}, 1_000);
  return work.finally(() => clearInterval(timer));
}

/** How a client that is a browser opens a scenario: with pages of its own, by which `sendIn` sends. */
export const openPages =
  (sendIn: (browser: RunningBrowser, pages: Pages) => Send): NonNullable<Client['open']> =>
  async ({ ca, hosts }): Promise<ClientSession> => {
    const browser = await browserTrusting(ca);
    const pages = new Pages(await browser.contextFor(hosts));
    const send = sendIn(browser, pages);
    return { send: (request, options) => withTimer(send(request, options)), close: () => pages.close() };
  };

import type { Client, ClientSession, Send } from '../adapter/index.ts';
import type { Browser } from './browser.ts';
import { Pages } from './pages.ts';
import { type RunningBrowser, runningBrowser } from './running-browser.ts';

/** The harness takes a call without traffic for hung, but waits longer if the client has a timer: a browser lays out megabytes in silence. */
async function withTimer<Result>(work: Promise<Result>): Promise<Result> {
  const timer = setInterval(() => {}, 1_000);
  return work.finally(() => clearInterval(timer));
}

/** How a client that is a browser opens a scenario: with pages of its own, by which `sendIn` sends. */
export const openPages =
  (browser: Browser, sendIn: (running: RunningBrowser, pages: Pages) => Send): NonNullable<Client['open']> =>
  async ({ ca, hosts }): Promise<ClientSession> => {
    const running = await runningBrowser(browser, ca);
    const pages = new Pages(await running.contextFor(hosts));
    const send = sendIn(running, pages);
    return { send: (request, options) => withTimer(send(request, options)), close: () => pages.close() };
  };

import { homedir } from 'node:os';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { writeCertificateStore } from './certificate-store.ts';
import { chromiumProgram, doesNotStart, lastOutputIn } from './chromium-program.ts';
import { refuseConnections, relayConnections } from './socks-relay.ts';

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

/** How many hosts a context may know: with thousands each page takes several times as long. */
const MOST_HOSTS = 30;

/** A running browser whose pages reach only the addresses that this process can reach. */
export class RunningBrowser {
  readonly #browser: Browser;
  readonly #relay: number;
  /** The error of the last connection that could not be made. */
  lastFailure: Error | undefined;
  #context: BrowserContext | undefined;
  /** The hosts of the scenarios that had the context: it may know cookies, answers and HSTS of them. */
  #hosts = new Set<string>();

  constructor(browser: Browser, relay: number) {
    this.#browser = browser;
    this.#relay = relay;
  }

  /** A context that knows nothing of these hosts. It may have been used for others, since a new one takes a process. */
  async contextFor(hosts: readonly string[]): Promise<BrowserContext> {
    if (!this.#context || this.#hosts.size > MOST_HOSTS || hosts.some((host) => this.#hosts.has(host))) {
      await this.#context?.close();
      this.#context = await this.#browser.newContext({ proxy: through(this.#relay) });
      this.#context.setDefaultTimeout(0);
      this.#hosts = new Set();
    }
    for (const host of hosts) this.#hosts.add(host);
    return this.#context;
  }
}

async function launch(ca: string): Promise<RunningBrowser> {
  writeCertificateStore(ca, homedir());
  const failed = (error: Error): void => void (running.lastFailure = error);
  const [relay, nowhere] = await Promise.all([relayConnections((error) => failed(error)), refuseConnections()]);
  const executablePath = chromiumProgram();
  // The proxy is for what the browser asks for itself.
  const options = { executablePath, args: [...args, ...asRoot], proxy: through(nowhere), timeout: 0 };
  const browser = await chromium.launch(options).catch((error: Error) => {
    throw doesNotStart(executablePath, lastOutputIn(error.message), error);
  });
  const running = new RunningBrowser(browser, relay);
  return running;
}

const launched = new Map<string, Promise<RunningBrowser>>();

/** The browser of this process that trusts this root certificate; started when it is first asked for. */
export function browserTrusting(ca: string): Promise<RunningBrowser> {
  const browser = launched.get(ca) ?? launch(ca);
  launched.set(ca, browser);
  return browser;
}

import { AsyncLocalStorage } from 'node:async_hooks';
import type { Browser, Context, LaunchedBrowser, Tab } from './browser.ts';
import { programOf } from './program.ts';
import { refuseConnections, relayConnections } from './socks-relay.ts';

/** How many hosts a context may know: with thousands each page takes several times as long. */
const MOST_HOSTS = 30;

/** A context and its tabs, the first of which scenarios use one after another. */
export class SharedContext {
  readonly #context: Context;
  readonly #tabs = new Set<Tab>();
  /** The hosts of the scenarios that had it: it may know cookies, answers and HSTS of them. */
  readonly #hosts = new Set<string>();

  constructor(context: Context) {
    this.#context = context;
  }

  /** Whether it knows nothing of these hosts, and not too many others. */
  isFreshFor(hosts: readonly string[]): boolean {
    return this.#hosts.size <= MOST_HOSTS && hosts.every((host) => !this.#hosts.has(host));
  }

  remember(hosts: readonly string[]): void {
    for (const host of hosts) this.#hosts.add(host);
  }

  get firstTab(): Tab | undefined {
    const [first] = this.#tabs;
    return first;
  }

  async openTab(): Promise<Tab> {
    const tab = await this.#context.newTab();
    this.#tabs.add(tab);
    return tab;
  }

  async closeTab(tab: Tab): Promise<void> {
    if (this.#tabs.delete(tab)) await tab.close();
  }

  close(): Promise<void> {
    return this.#context.close();
  }
}

/** A running browser whose pages reach only the addresses that this process can reach. */
export class RunningBrowser {
  readonly browser: Browser;
  /** The error of the last connection that could not be made. */
  lastFailure: Error | undefined;
  readonly #launched: LaunchedBrowser;
  #context: SharedContext | undefined;

  constructor(browser: Browser, launched: LaunchedBrowser) {
    this.browser = browser;
    this.#launched = launched;
  }

  /** A context that knows nothing of these hosts. It may have been used for others, since a new one takes a process. */
  async contextFor(hosts: readonly string[]): Promise<SharedContext> {
    if (!this.#context?.isFreshFor(hosts)) {
      await this.#context?.close();
      this.#context = new SharedContext(await this.#launched.newContext());
    }
    this.#context.remember(hosts);
    return this.#context;
  }
}

async function launch(browser: Browser, ca: string): Promise<RunningBrowser> {
  const failed = (error: Error): void => void (running.lastFailure = error);
  const [relay, nowhere] = await Promise.all([relayConnections((error) => failed(error)), refuseConnections()]);
  const launched = await browser.launch({ program: programOf(browser.installed), ca, relay, nowhere });
  const running = new RunningBrowser(browser, launched);
  // The driver is of no use without it: the next scenario gets another one.
  void launched.ended.then((why) =>
    setImmediate(() => {
      throw new Error(`${browser.installed.name} has ended: ${why}`);
    }),
  );
  return running;
}

/** A browser outlives the scenario that is the first to ask for it, and belongs to none. */
const outsideOfScenarios = AsyncLocalStorage.snapshot();

const launched = new Map<string, Promise<RunningBrowser>>();

/** The browser of this process that trusts this root certificate; started when it is first asked for. */
export function runningBrowser(browser: Browser, ca: string): Promise<RunningBrowser> {
  const running = launched.get(ca) ?? outsideOfScenarios(launch, browser, ca);
  launched.set(ca, running);
  return running;
}

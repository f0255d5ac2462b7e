import { execFileSync } from 'node:child_process';
import { homedir } from 'node:os';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { trustOnly } from './certificate-store.ts';
import { findChromium } from './find-chromium.ts';
import { refuseConnections, relayConnections } from './socks-relay.ts';

/** No request of its own leaves the browser, and it has no services. */
const args = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  // A page may ask servers on loopback; nobody is there to be asked for permission.
  '--disable-features=LocalNetworkAccessChecks',
];
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** Loopback too goes through the proxy, which refuses it. */
const through = (port: number): { server: string; bypass: string } => ({
  server: `socks5://127.0.0.1:${port}`,
  bypass: '<-loopback>',
});

/** The Chromium of this machine. Throws an error that says how to bring it. */
function programOf(): string {
  const path = findChromium();
  if (path === undefined) throw new Error('no chromium found; install the Debian package chromium, or set CHROMIUM to its path');
  return path;
}

/** The version that a Chromium names itself. */
export function versionOfChromium(): string {
  const text = execFileSync(programOf(), ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  return /\d+(\.\d+)+/.exec(text)?.[0] ?? 'unknown';
}

/** A running browser whose pages reach only the addresses that this process can reach. */
export interface RunningBrowser {
  /** A context with a state of its own: cookies, cache, HSTS. */
  readonly open: () => Promise<BrowserContext>;
  /** The error of the last connection that could not be made. */
  readonly lastFailure: () => Error | undefined;
}

async function launch(ca: string): Promise<RunningBrowser> {
  trustOnly(ca, homedir());
  let failure: Error | undefined;
  const [relay, nowhere] = await Promise.all([relayConnections((error) => (failure = error)), refuseConnections()]);
  const browser: Browser = await chromium.launch({
    executablePath: programOf(),
    args: [...args, ...asRoot],
    // For what the browser asks for itself.
    proxy: through(nowhere),
    timeout: 0,
  });
  return { open: () => browser.newContext({ proxy: through(relay) }), lastFailure: () => failure };
}

const running = new Map<string, Promise<RunningBrowser>>();

/** The browser of this process that trusts this root certificate; started when it is first asked for. */
export function browserTrusting(ca: string): Promise<RunningBrowser> {
  const browser = running.get(ca) ?? launch(ca);
  running.set(ca, browser);
  return browser;
}

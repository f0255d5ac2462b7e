import type { Client } from '../adapter/index.ts';
import type { InstalledBrowser } from './find-browser.ts';

/** Where a page is, and its Content-Security-Policy if it has any. */
export interface PlaceOfPage {
  readonly origin: string;
  readonly policy?: string | undefined;
}

/** A request of a page with its redirects, as the browser itself saw it end. */
export interface EndedRequest {
  /** The last answer; undefined if there was none. */
  readonly response?: { readonly url: string; readonly status: number };
  /** Why it failed, by the name that the browser gives it. */
  readonly failure?: string;
}

/** The kinds of requests that a page cannot watch itself. */
export type WatchedKind = 'document' | 'beacon' | 'report';

/** The next request of a kind. */
export interface Watch {
  readonly ended: Promise<EndedRequest>;
  /** The URL of the document that the request has brought, once that is there. */
  documentUrl(): Promise<string>;
  stop(): void;
}

/** A tab of a browser. */
export interface Tab {
  /** Becomes the page of the caller at a place. */
  goTo(place: PlaceOfPage): Promise<void>;
  /** Runs a function in the page. It must not use anything outside of itself; what it is given and returns is plain JSON. */
  run<Given, Result>(work: (given: Given) => Result, given: Given): Promise<Awaited<Result>>;
  /** Remembers why requests of the page fail, by the name that the browser gives it: the page is not told. */
  watchFailures(): { last(): string | undefined; stop(): void };
  watch(kind: WatchedKind): Promise<Watch>;
  close(): Promise<void>;
}

/** Tabs with cookies, a cache and HSTS of their own. */
export interface Context {
  newTab(): Promise<Tab>;
  close(): Promise<void>;
}

/** A browser that runs. */
export interface LaunchedBrowser {
  newContext(): Promise<Context>;
  /** Resolves with the reason when it has ended. */
  readonly ended: Promise<string>;
}

/** What a browser is started with. */
export interface LaunchOptions {
  readonly program: string;
  /** The only root certificate that it trusts beside its own, as PEM. */
  readonly ca: string;
  /** The port of the SOCKS5 server for the pages. */
  readonly relay: number;
  /** The port of the one for all that the browser asks for itself. */
  readonly nowhere: number;
}

/** A browser as a client. */
export interface Browser {
  readonly installed: InstalledBrowser;
  launch(options: LaunchOptions): Promise<LaunchedBrowser>;
  /** The classes of what it calls its errors. */
  readonly errors: NonNullable<Client['errors']>;
  /** What it calls the error of a connection that the SOCKS5 server refuses. */
  readonly refused: RegExp;
  /** What it calls the end of a navigation that leaves it where it is although there is an answer, such as a 204 or a download. */
  readonly leftAlone: RegExp;
  /** What only some browsers can do by `fetch()`. */
  readonly ofFetch: NonNullable<Client['capabilities']>;
}

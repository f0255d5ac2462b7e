import type { CDPSession } from 'playwright-core';

/** A request of a page with its redirects, as the browser itself saw it end. */
export interface EndedRequest {
  readonly id: string;
  /** The last answer; undefined if there was none. */
  readonly response?: { readonly url: string; readonly status: number; readonly headers: Readonly<Record<string, string>> };
  /** Why it failed, by the name that Chromium gives it: `net::ERR_TOO_MANY_REDIRECTS`. */
  readonly failure?: string;
}

/** The kinds of requests that a page cannot watch itself, as Chromium calls them. A report is `Other`. */
export type WatchedKind = 'Document' | 'Ping' | 'Other';

/** Watches for the next request of a kind. Its redirects have its id. */
export async function watchRequest(session: CDPSession, kind: WatchedKind): Promise<() => Promise<EndedRequest>> {
  await session.send('Network.enable');
  const { promise, resolve } = Promise.withResolvers<EndedRequest>();
  let id: string | undefined;
  let response: EndedRequest['response'];
  const end = (failure?: string): void =>
    resolve({ id: id ?? '', ...(response && { response }), ...(failure !== undefined && { failure }) });
  session.on('Network.requestWillBeSent', ({ requestId, type }) => {
    if (type === kind) id ??= requestId;
  });
  session.on('Network.responseReceived', (event) => {
    if (event.requestId === id) ({ response } = event);
  });
  session.on('Network.loadingFinished', ({ requestId }) => requestId === id && end());
  session.on('Network.loadingFailed', ({ requestId, errorText }) => requestId === id && end(errorText));
  return () => promise;
}

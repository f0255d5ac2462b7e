/** What an API of the platform that takes a URL and nothing else is asked for. */
export interface ApiRequest {
  readonly api: 'event-source' | 'websocket';
  readonly url: string;
}

/** What came of it: the first message or the open connection, or an error event. */
export type ApiAnswer = { readonly status: 200; readonly origin: string; readonly data: string; readonly url: string } | ApiEnd;
type ApiEnd = { readonly status: 101; readonly url: string } | { readonly failed: string };

/** Runs in the page: opens an event source until its first message, or a WebSocket. It must not use anything outside of itself. */
export async function openInPage({ api, url }: ApiRequest): Promise<ApiAnswer> {
  const { promise, resolve } = Promise.withResolvers<ApiAnswer>();
  if (api === 'websocket') {
    const socket = new WebSocket(url.replace(/^http/, 'ws'));
    socket.addEventListener('open', () => resolve({ status: 101, url: socket.url }));
    socket.addEventListener('error', () => resolve({ failed: 'the opening handshake failed' }));
    return promise.finally(() => socket.close());
  }
  const source = new EventSource(url);
  let wasOpen = false;
  let ends = 0;
  source.addEventListener('open', () => (wasOpen = true));
  source.addEventListener('message', ({ data, origin }) => resolve({ status: 200, origin, data: String(data), url: source.url }));
  // Once its stream was open, it reconnects. Where that brings no message it would do so for ever.
  source.addEventListener('error', () => {
    ends += 1;
    if (!wasOpen || source.readyState === EventSource.CLOSED) resolve({ failed: 'the event source failed' });
    else if (ends === 3) resolve({ failed: 'the event source has reconnected twice, and got no message' });
  });
  return promise.finally(() => source.close());
}

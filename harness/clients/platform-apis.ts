import type { ClientResponse } from '../client.ts';

/** As much of an EventSource as is looked at. */
interface EventSourceLike extends EventTarget {
  readonly url: string;
  readonly readyState: number;
  close(): void;
}

/** As much of a WebSocket as is looked at. */
interface WebSocketLike extends EventTarget {
  readonly url: string;
  close(): void;
}

interface Message extends Event {
  readonly data: unknown;
  readonly origin: string;
}

/** Of an event source that will not try again. */
const CLOSED = 2;

class EventSourceError extends Error {
  override readonly name = 'EventSourceError';
  /** The first where it would have tried again, as after any connection that broke off. */
  readonly code: 'ECONNRESET' | 'ERR_CLOSED';
  constructor({ readyState }: EventSourceLike) {
    super('the event source failed');
    this.code = readyState === CLOSED ? 'ERR_CLOSED' : 'ECONNRESET';
  }
}

/** The first event of a kind; rejects with what `failure` makes of an error event, or with the reason of the signal. */
function first(target: EventTarget, kind: string, failure: () => Error, signal: AbortSignal): Promise<Event> {
  const { promise, resolve, reject } = Promise.withResolvers<Event>();
  target.addEventListener(kind, resolve);
  target.addEventListener('error', () => reject(failure()));
  signal.addEventListener('abort', () => reject(signal.reason as Error));
  return promise;
}

/** What the first message of an event source tells: its data as the body, its origin as the field Message-Origin. */
export async function firstMessage(source: EventSourceLike, signal: AbortSignal): Promise<ClientResponse> {
  try {
    const { data, origin } = (await first(source, 'message', () => new EventSourceError(source), signal)) as Message;
    const headers = [['Message-Origin', origin] as const];
    return { status: 200, headers, body: new TextEncoder().encode(String(data)), url: source.url };
  } finally {
    source.close();
  }
}

/** The end of the opening handshake of a WebSocket. */
export async function opened(socket: WebSocketLike, signal: AbortSignal): Promise<ClientResponse> {
  try {
    await first(socket, 'open', () => new Error('the opening handshake failed'), signal);
    return { status: 101, headers: [], body: new Uint8Array(), url: socket.url };
  } finally {
    socket.close();
  }
}

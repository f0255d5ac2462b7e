import type { ClientResponse } from '../../adapter/index.ts';

/** The part of an EventSource that is used here. */
export interface EventSourceLike extends EventTarget {
  readonly url: string;
  readonly readyState: number;
  close(): void;
}

/** The part of a WebSocket that is used here. */
interface WebSocketLike extends EventTarget {
  readonly url: string;
  close(): void;
}

interface Message extends Event {
  readonly data: unknown;
  readonly origin: string;
}

/** The state of an event source that will not reconnect. */
const CLOSED = 2;

/** The error event of an EventSource, which says nothing but whether the event source will reconnect. */
export class EventSourceError extends Error {
  override readonly name = 'EventSourceError';
  readonly willReconnect: boolean;
  constructor({ readyState }: EventSourceLike) {
    super('the event source failed');
    this.willReconnect = readyState !== CLOSED;
  }
}

/** The first event of a kind. Rejects with the error that `failure` makes of an error event, or with the reason of the signal. */
function first(target: EventTarget, kind: string, failure: () => Error, signal: AbortSignal): Promise<Event> {
  return new Promise((resolve, reject) => {
    target.addEventListener(kind, resolve);
    target.addEventListener('error', () => reject(failure()));
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });
}

/** The first message of an event source. Once its stream was open, it may reconnect once before that message. */
async function messageOf(source: EventSourceLike, signal: AbortSignal): Promise<Message> {
  const next = (): Promise<Event> => first(source, 'message', () => new EventSourceError(source), signal);
  let wasOpen = false;
  source.addEventListener('open', () => {
    wasOpen = true;
  });
  const again = (error: unknown): Promise<Event> => {
    if (wasOpen && error instanceof EventSourceError && error.willReconnect) return next();
    throw error;
  };
  return (await next().catch(again)) as Message;
}

/** The first message of an event source as a response: its data as the body, its origin as the field Message-Origin. */
export async function firstMessage(source: EventSourceLike, signal: AbortSignal): Promise<ClientResponse> {
  try {
    const { data, origin } = await messageOf(source, signal);
    const headers = [['Message-Origin', origin] as const];
    return { status: 200, headers, body: new TextEncoder().encode(String(data)), url: source.url };
  } finally {
    source.close();
  }
}

/** The completed opening handshake of a WebSocket, as a response of status 101. */
export async function opened(socket: WebSocketLike, signal: AbortSignal): Promise<ClientResponse> {
  try {
    await first(socket, 'open', () => new Error('the opening handshake failed'), signal);
    return { status: 101, headers: [], body: new Uint8Array(), url: socket.url };
  } finally {
    socket.close();
  }
}

import { once } from 'node:events';
import { openOwnConnection } from '../network/own-connection.ts';

/** What a browser tells of a tab or a request in it, as far as it is used here. */
export interface BidiEvent {
  readonly method: string;
  readonly params: {
    readonly context: string | null;
    /** Set for the request of a document, and what becomes of it. */
    readonly navigation?: string | null;
    readonly url?: string;
    /** Whether the request waits for an answer of the driver. */
    readonly isBlocked?: boolean;
    readonly request?: { readonly request: string; readonly destination: string; readonly initiatorType: string | null };
    readonly response?: BidiResponse;
    readonly errorText?: string;
  };
}

export interface BidiResponse {
  readonly url: string;
  readonly status: number;
  readonly headers: readonly { readonly name: string; readonly value: { readonly value: string } }[];
}

type Answer =
  | { readonly type: 'success'; readonly id: number; readonly result: unknown }
  | { readonly type: 'error'; readonly id: number; readonly error: string; readonly message: string };
type Message = Answer | ({ readonly type: 'event' } & BidiEvent);

type Listener = (event: BidiEvent) => void;

/** A session with a browser by WebDriver BiDi (W3C): commands, and events by the tab that they belong to. */
export class BidiSession {
  readonly #socket: WebSocket;
  readonly #pending = new Map<number, PromiseWithResolvers<unknown>>();
  readonly #listeners = new Map<string, Set<Listener>>();
  #sent = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => this.#receive(JSON.parse(data as string) as Message));
    socket.addEventListener('close', () => {
      for (const { reject } of this.#pending.values()) reject(new Error('the browser has closed its connection'));
    });
  }

  /** Opens the session of a browser that listens on this port of loopback, with the events of these modules. */
  static async open(port: number, events: readonly string[]): Promise<BidiSession> {
    const socket = openOwnConnection(() => new WebSocket(`ws://127.0.0.1:${port}/session`));
    await once(socket, 'open');
    const session = new BidiSession(socket);
    await session.send('session.new', { capabilities: {} });
    await session.send('session.subscribe', { events });
    return session;
  }

  /** Sends a command. Rejects with what the browser says if it fails. */
  async send<Result>(method: string, params: object): Promise<Result> {
    const id = ++this.#sent;
    const answer = Promise.withResolvers<unknown>();
    this.#pending.set(id, answer);
    this.#socket.send(JSON.stringify({ id, method, params }));
    try {
      return (await answer.promise) as Result;
    } finally {
      this.#pending.delete(id);
    }
  }

  /** Listens to the events of a tab. Returns how to stop. */
  listen(tab: string, listener: Listener): () => void {
    const listeners = this.#listeners.get(tab) ?? new Set();
    this.#listeners.set(tab, listeners.add(listener));
    return () => void listeners.delete(listener);
  }

  #receive(message: Message): void {
    if (message.type === 'event') {
      for (const listener of this.#listeners.get(message.params.context ?? '') ?? []) listener(message);
      return;
    }
    const pending = this.#pending.get(message.id);
    if (message.type === 'success') pending?.resolve(message.result);
    else pending?.reject(new Error(`${message.error}: ${message.message}`));
  }
}

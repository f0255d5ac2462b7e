import type { Socket } from 'node:net';
import { fieldsOfHead, type HeaderFields, valuesOf } from '../../suites/vocabulary/header-fields.ts';
import { MOST_BYTES } from './bounds.ts';
import { ReceivedBytes } from './received-bytes.ts';

/** A request whose header section has arrived; its body follows. */
export interface RequestHead {
  readonly httpVersion: '1.1' | '2';
  /** Request line, fields and empty line as received, in Latin-1; `null` over HTTP/2, which has no such bytes. */
  readonly text: string | null;
  readonly method: string;
  readonly target: string;
  readonly headers: HeaderFields;
}

/** Receives a request: `body` is called once it is complete, `cut` if the connection ends before. */
export interface Receiver {
  /** Whether a client that sends Expect: 100-continue gets a 100. */
  readonly wantsBody: boolean;
  /** `asSent` is the body with its framing; HTTP/2 has none. */
  body(bytes: Buffer, asSent?: Buffer): void;
  cut(bytesSoFar: Buffer): void;
}

/** A TLS handshake record starts with this byte, a request line never does. */
export const TLS_HANDSHAKE = 0x16;

const END_OF_HEAD = Buffer.from('\r\n\r\n');

function parseHead(text: string): RequestHead {
  const [requestLine = ''] = text.split('\r\n', 1);
  // A target with a raw space is recorded whole: the version follows the last space.
  const [, method = '', target = ''] = /^(\S*) (.*) \S*$/.exec(requestLine) ?? [];
  return { httpVersion: '1.1', text, method, target, headers: fieldsOfHead(text) };
}

interface Parsed {
  readonly body: Buffer;
  /** How many bytes of the buffer the body with its framing took. */
  readonly length: number;
}

function parseChunked(buffer: Buffer): Parsed | undefined {
  const chunks: Buffer[] = [];
  for (let at = 0; ;) {
    const endOfLine = buffer.indexOf('\r\n', at);
    if (endOfLine < 0) return undefined;
    const size = Number.parseInt(buffer.toString('latin1', at, endOfLine), 16);
    if (size === 0) {
      // Trailer fields, if any, end like a header section.
      const end = buffer.indexOf(END_OF_HEAD, endOfLine);
      return end < 0 ? undefined : { body: Buffer.concat(chunks), length: end + END_OF_HEAD.length };
    }
    const next = endOfLine + 2 + size + 2;
    if (Number.isNaN(size) || next > buffer.length) return undefined;
    chunks.push(buffer.subarray(endOfLine + 2, next - 2));
    at = next;
  }
}

function parseBody(headers: HeaderFields, buffer: Buffer): Parsed | undefined {
  if (valuesOf(headers, 'transfer-encoding').length > 0) return parseChunked(buffer);
  const length = Number(valuesOf(headers, 'content-length')[0] ?? 0);
  return buffer.length < length ? undefined : { body: buffer.subarray(0, length), length };
}

/**
 * Reads the requests of one HTTP/1.1 connection, one after the other; `begin` is called for each as soon as its header
 * section is complete. The returned function hands the connection, and the bytes that have arrived since, to another reader.
 */
export function readRequests(socket: Socket, begin: (head: RequestHead) => Receiver): () => void {
  const reader = new RequestReader(socket, begin);
  socket.on('data', (chunk: Buffer) => reader.push(chunk));
  socket.on('close', () => reader.end());
  return () => {
    socket.removeAllListeners('data').pause();
    socket.unshift(reader.rest());
  };
}

class RequestReader {
  readonly #socket: Socket;
  readonly #begin: (head: RequestHead) => Receiver;
  readonly #received = new ReceivedBytes();
  #current: { readonly head: RequestHead; readonly receiver: Receiver } | undefined;

  constructor(socket: Socket, begin: (head: RequestHead) => Receiver) {
    this.#socket = socket;
    this.#begin = begin;
  }

  push(chunk: Buffer): void {
    if (this.#received.length + chunk.length > MOST_BYTES) return void this.#socket.destroy();
    this.#received.push(chunk);
    this.#advance();
  }

  /** Takes what has come since the last whole request. */
  rest(): Buffer {
    return this.#received.take(this.#received.length);
  }

  end(): void {
    this.#current?.receiver.cut(this.#received.all);
  }

  #advance(): void {
    while (!this.#socket.destroyed && this.#readHead() && this.#readBody());
  }

  #readHead(): boolean {
    if (this.#current) return true;
    const received = this.#received.all;
    // A server that speaks plain http ends a connection that begins with a TLS handshake.
    if (received[0] === TLS_HANDSHAKE) this.#socket.end();
    const end = received.indexOf(END_OF_HEAD);
    if (end < 0) return false;
    const head = parseHead(this.#received.take(end + END_OF_HEAD.length).toString('latin1'));
    const receiver = this.#begin(head);
    this.#current = { head, receiver };
    const asksFirst = valuesOf(head.headers, 'expect').some((value) => /^100-continue$/i.test(value));
    if (asksFirst && receiver.wantsBody) this.#socket.write('HTTP/1.1 100 Continue\r\n\r\n');
    return true;
  }

  #readBody(): boolean {
    if (!this.#current) return false;
    const parsed = parseBody(this.#current.head.headers, this.#received.all);
    if (!parsed) return false;
    const asSent = this.#received.take(parsed.length);
    const { receiver } = this.#current;
    this.#current = undefined;
    receiver.body(parsed.body, asSent);
    return true;
  }
}

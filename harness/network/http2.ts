import http2, { type ServerHttp2Session, type ServerHttp2Stream } from 'node:http2';
import type { Socket } from 'node:net';
import { fieldsOfRaw } from '../../suites/vocabulary/header-fields.ts';
import type { Answer } from '../../suites/vocabulary/answer.ts';
import type { HeaderFields } from '../../suites/vocabulary/header-fields.ts';
import type { Receiver, RequestHead } from './connection.ts';
import { MOST_BYTES } from './bounds.ts';
import { contentBytes } from '../concrete/content-bytes.ts';
import { hasNoContent } from './render.ts';

/** Sends the answer to one request. */
export type SendAnswer = (answer: Answer) => void;

type RawHeaders = readonly string[];

/** The pseudo-header fields apart; `:authority` stands for Host (RFC 9113 section 8.3.1), if there is no Host that says the same. */
function toHead(raw: RawHeaders): RequestHead {
  const fields = fieldsOfRaw(raw);
  const pseudo = new Map(fields.filter(([name]) => name.startsWith(':')));
  const headers = fields.filter(([name]) => !name.startsWith(':'));
  const authority = pseudo.get(':authority');
  const isTold = authority === undefined || headers.some(([name, value]) => name === 'host' && value === authority);
  return {
    httpVersion: '2',
    text: null,
    method: pseudo.get(':method') ?? '',
    target: pseudo.get(':path') ?? '',
    headers: isTold ? headers : [['Host', authority], ...headers],
  };
}

const lowerCase = (fields: HeaderFields): readonly string[] => fields.flatMap(([name, value]) => [name.toLowerCase(), value]);

/** RFC 9113 has neither reason phrases nor the fields that frame HTTP/1.1; the stream marks the end of the body. */
function respond(session: ServerHttp2Session, stream: ServerHttp2Stream, method: string, answer: Answer): void {
  if ('raw' in answer) throw new Error('there are no raw bytes over HTTP/2');
  // The client has already closed the stream.
  if (stream.destroyed) return;
  const { status, headers = [], framing = 'length', trailers = [] } = answer;
  const isSilent = method === 'HEAD' || hasNoContent(status);
  const body = contentBytes(answer.body);
  const length: HeaderFields = framing === 'length' && !hasNoContent(status) ? [['Content-Length', String(body.length)]] : [];
  // RFC 9113 section 6.8: sent first, so that a client that reads the answer knows that no other stream will be served.
  if (framing === 'close') session.goaway(http2.constants.NGHTTP2_NO_ERROR, stream.id);
  stream.on('wantTrailers', () => stream.sendTrailers(Object.fromEntries(trailers)));
  // Without the date of Node.js, which would differ in every run; its types lack the option.
  const options = { sendDate: false, endStream: isSilent, waitForTrailers: trailers.length > 0 };
  stream.respond([':status', String(status), ...lowerCase([...headers, ...length])], options);
  if (!isSilent) stream.end(body);
}

/** Reads a body that is wanted. One that is not is stopped after the answer, as RFC 9113 section 8.1 allows. */
function read(stream: ServerHttp2Stream, receiver: Receiver, seen: () => void): void {
  const chunks: Buffer[] = [];
  let length = 0;
  let isWhole = false;
  stream.on('close', () => {
    if (!isWhole) receiver.cut(Buffer.concat(chunks));
  });
  if (!receiver.wantsBody) {
    const stop = (): void => stream.close(http2.constants.NGHTTP2_NO_ERROR);
    // The answer to a PING comes once the client has read what was sent before.
    return void stream.on('finish', () => stream.session?.ping(stop));
  }
  stream.on('data', (chunk: Buffer) => {
    seen();
    length += chunk.length;
    if (length > MOST_BYTES) return stream.close(http2.constants.NGHTTP2_ENHANCE_YOUR_CALM);
    chunks.push(chunk);
  });
  stream.on('end', () => {
    // A reset stream ends too.
    isWhole = !stream.rstCode;
    if (isWhole) receiver.body(Buffer.concat(chunks));
  });
}

/**
 * Reads the requests of one HTTP/2 connection, which may overlap; `begin` is called for each as soon as its header
 * section is whole, `seen` whenever something comes in.
 */
export function readStreams(socket: Socket, seen: () => void, begin: (head: RequestHead, send: SendAnswer) => Receiver): void {
  const session = http2.performServerHandshake(socket);
  // A client may end a connection or a stream in any way; what has arrived is already recorded.
  session.on('error', () => session.destroy());
  session.on('stream', (stream: ServerHttp2Stream, _headers: object, _flags: number, raw: RawHeaders) => {
    seen();
    const head = toHead(raw);
    const receiver = begin(head, (answer) => respond(session, stream, head.method, answer));
    read(
      stream.on('error', () => {}),
      receiver,
      seen,
    );
  });
}

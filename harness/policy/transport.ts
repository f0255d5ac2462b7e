import http from 'node:http';
import https from 'node:https';
import { buffer } from 'node:stream/consumers';
import { valuesIn } from './fields.ts';
import type { Fields, PlainRequest, ReceivedAnswer, SendPlain } from './messages.ts';
import { originForm } from './origin-form.ts';

/** How long to wait for the body of a redirect, in milliseconds. Its header section says everything that is needed. */
const REDIRECT_BODY_LIMIT = 100;

/** The longest header section that is read. A Location may be longer than all of it by the default of Node.js, 16 kB. */
const MAX_HEADER_SIZE = 256 * 1024;

/** Fields as Node.js takes them; a repeated name has a list. */
const toObject = (fields: Fields): Record<string, string | string[]> =>
  Object.fromEntries(
    [...Map.groupBy(fields, ([name]) => name)].map(([name, lines]) => {
      const [first = '', ...more] = lines.map(([, value]) => value);
      return [name, more.length > 0 ? [first, ...more] : first];
    }),
  );

/** Fields from the flat list of names and values that Node.js received. */
const toFields = (raw: readonly string[]): Fields =>
  raw.flatMap((name, index) => (index % 2 === 0 ? [[name, raw[index + 1] ?? ''] as const] : []));

/** The whole body. Of a redirect with a target only the part that arrives in time; then the connection is closed. */
async function bodyOf(response: http.IncomingMessage): Promise<Uint8Array> {
  if (response.headers.location === undefined) return new Uint8Array(await buffer(response));
  const timer = setTimeout(() => response.destroy(), REDIRECT_BODY_LIMIT);
  const chunks: Buffer[] = [];
  const { promise: closed, resolve } = Promise.withResolvers<void>();
  response
    .on('data', (chunk: Buffer) => chunks.push(chunk))
    // An incomplete body of a redirect is no error.
    .on('error', () => {})
    .once('close', resolve);
  await closed;
  clearTimeout(timer);
  return new Uint8Array(Buffer.concat(chunks));
}

/** Opens a request by HTTP/1.1. Its length is announced; its body is for the caller to send. */
export function openRequest({ method, url, headers, body }: PlainRequest, options: https.RequestOptions): http.ClientRequest {
  const { request } = url.protocol === 'https:' ? https : http;
  const length = body && { 'Content-Length': `${body.length}` };
  // User name and password of a Location are no credentials of the caller.
  const opened = request(url, {
    method,
    path: originForm(url),
    auth: null,
    headers: { ...toObject(headers), ...length },
    maxHeaderSize: MAX_HEADER_SIZE,
    ...options,
  });
  // Node.js converts every method to upper case.
  opened.method = method;
  return opened;
}

/** Reads an answer to its end. */
export async function readAnswer(response: http.IncomingMessage): Promise<ReceivedAnswer> {
  return { status: response.statusCode ?? 0, headers: toFields(response.rawHeaders), body: await bodyOf(response) };
}

/** Sends the body. With Expect: 100-continue it waits for the 100, and sends no body if another answer comes first. */
function sendBody(request: http.ClientRequest, { headers, body }: PlainRequest): void {
  if (!body || valuesIn(headers, 'expect').join().toLowerCase() !== '100-continue') return void request.end(body);
  request.once('continue', () => request.end(body)).flushHeaders();
}

/** Sends a request by HTTP/1.1 and reads the whole answer. */
export async function exchangeByHttp1(outgoing: PlainRequest, options: https.RequestOptions): Promise<ReceivedAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<http.IncomingMessage>();
  const request = openRequest(outgoing, options).once('response', resolve).on('error', reject);
  sendBody(request, outgoing);
  const answer = await readAnswer(await promise);
  if (!request.writableEnded) request.destroy();
  return answer;
}

/** Gives the reason of a signal that aborts. The error of a connection that was closed because of it is of no interest. */
export async function orReason<Value>(signal: AbortSignal, result: Promise<Value>): Promise<Value> {
  try {
    return await result;
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  }
}

/** Sends requests by the global agents of Node.js. */
export const sendByHttp1: SendPlain = (request, signal) => {
  const { Agent } = request.url.protocol === 'https:' ? https : http;
  return orReason(signal, exchangeByHttp1(request, { signal, ...(request.newConnection && { agent: new Agent() }) }));
};

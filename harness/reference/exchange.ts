import http from 'node:http';
import https from 'node:https';
import { buffer } from 'node:stream/consumers';
import type { HeaderFields } from '../../suites/vocabulary/scenario.ts';
import { fieldsOfRaw, valuesOf } from '../fields.ts';
import { toEnvironment, toHeadersObject, type ProxySettings } from '../client.ts';
import { exchangeByHttp2, negotiate } from './exchange-by-http2.ts';

/** One request, to exactly one origin. */
export interface Exchange {
  readonly method: string;
  readonly url: URL;
  readonly headers: HeaderFields;
  readonly body: Uint8Array | undefined;
  /** Whether it is to go by HTTP/2 where the origin offers that. */
  readonly http2: true | undefined;
  readonly proxy: ProxySettings | undefined;
}

export interface Answer {
  readonly status: number;
  readonly headers: HeaderFields;
  readonly body: Uint8Array;
}

/** How long the body of a redirect is worth waiting for, in milliseconds; its fields have told everything. */
const REDIRECT_BODY_LIMIT = 100;

/** The whole body; of a redirect with a target only what comes in time, the connection being given up. */
export async function bodyOf(response: http.IncomingMessage): Promise<Uint8Array> {
  if (response.headers.location === undefined) return new Uint8Array(await buffer(response));
  const timer = setTimeout(() => response.destroy(), REDIRECT_BODY_LIMIT);
  const chunks: Buffer[] = [];
  const { promise: over, resolve } = Promise.withResolvers<void>();
  response
    .on('data', (chunk: Buffer) => chunks.push(chunk))
    // A body that breaks off does not matter either.
    .on('error', () => {})
    .once('close', resolve);
  await over;
  clearTimeout(timer);
  return new Uint8Array(Buffer.concat(chunks));
}

/** What requests go through; the agents of Node.js itself unless given. */
export interface Agents {
  readonly http?: http.Agent;
  readonly https?: https.Agent;
}

/** Sends a request and reads the whole answer; throws the reason of the signal if that aborts. No redirect is followed here. */
export async function exchange(request: Exchange, signal: AbortSignal, agents?: Agents): Promise<Answer> {
  try {
    return await exchangeUnlessAborted(request, signal, agents);
  } catch (error) {
    // What a connection says that was given up matters to nobody.
    signal.throwIfAborted();
    throw error;
  }
}

/** Sends the body; with Expect: 100-continue once it is asked for, and not at all where an answer comes instead. */
function sendBody(request: http.ClientRequest, { headers, body }: Exchange): void {
  if (!body || valuesOf(headers, 'expect').join().toLowerCase() !== '100-continue') return void request.end(body);
  request.once('continue', () => request.end(body)).flushHeaders();
}

async function exchangeUnlessAborted(
  asked: Exchange,
  signal: AbortSignal,
  { http: plain = http.globalAgent, https: secure = https.globalAgent }: Agents = {},
): Promise<Answer> {
  const { method, url, headers, body } = asked;
  const connection = asked.http2 && url.protocol === 'https:' ? await negotiate(url, signal) : undefined;
  if (connection?.alpnProtocol === 'h2') return exchangeByHttp2(asked, connection);
  const { promise, resolve, reject } = Promise.withResolvers<http.IncomingMessage>();
  const length = body && { 'Content-Length': String(body.length) };
  const [{ request: open, Agent }, agent] = url.protocol === 'https:' ? [https, secure] : [http, plain];
  // An agent of its own for each request by proxy: who is asked for the way is decided anew each time.
  const direct = connection ? { createConnection: () => connection, defaultPort: 443 } : { agent };
  const through = asked.proxy ? { agent: new Agent({ proxyEnv: toEnvironment(asked.proxy) }) } : direct;
  const request = open(url, { method, headers: { ...toHeadersObject(headers), ...length }, signal, ...through })
    .once('response', resolve)
    .on('error', reject);
  sendBody(request, asked);
  const response = await promise;
  const answer = { status: response.statusCode ?? 0, headers: fieldsOfRaw(response.rawHeaders), body: await bodyOf(response) };
  if (!request.writableEnded) request.destroy();
  return answer;
}

import http from 'node:http';
import https from 'node:https';
import { buffer } from 'node:stream/consumers';
import { fieldsOfRaw, valuesOf } from '../../suites/vocabulary/header-fields.ts';
import { type ClientCertificate, toHeadersObject, toProxyEnvironment } from '../adapter/index.ts';
import { exchangeByHttp2, negotiate } from './exchange-by-http2.ts';
import { originForm } from './origin-form.ts';
import { connectBySocks } from './socks.ts';
import type { OutgoingRequest, ReceivedAnswer } from './messages.ts';

/** How long to wait for the body of a redirect, in milliseconds. Its header section says everything that is needed. */
const REDIRECT_BODY_LIMIT = 100;

/** The longest header section that is read. A Location may be longer than all of it by the default of Node.js, 16 kB. */
const MAX_HEADER_SIZE = 256 * 1024;

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
export function openRequest({ method, url, headers, body }: OutgoingRequest, options: https.RequestOptions): http.ClientRequest {
  const { request } = url.protocol === 'https:' ? https : http;
  const length = body && { 'Content-Length': `${body.length}` };
  // User name and password of a Location are no credentials of the caller.
  const opened = request(url, {
    method,
    path: originForm(url),
    auth: null,
    headers: { ...toHeadersObject(headers), ...length },
    maxHeaderSize: MAX_HEADER_SIZE,
    ...options,
  });
  // Node.js converts every method to upper case.
  opened.method = method;
  return opened;
}

/** Reads an answer to its end. */
export async function readAnswer(response: http.IncomingMessage): Promise<ReceivedAnswer> {
  return { status: response.statusCode ?? 0, headers: fieldsOfRaw(response.rawHeaders), body: await bodyOf(response) };
}

/** Sends the body. With Expect: 100-continue it waits for the 100, and sends no body if another answer comes first. */
function sendBody(request: http.ClientRequest, { headers, body }: OutgoingRequest): void {
  if (!body || valuesOf(headers, 'expect').join().toLowerCase() !== '100-continue') return void request.end(body);
  request.once('continue', () => request.end(body)).flushHeaders();
}

/** What requests go through; the global agents of Node.js by default. */
export interface Agents {
  readonly http?: http.Agent;
  readonly https?: https.Agent;
}

function agentFor({ url, proxy, newConnection }: OutgoingRequest, agents: Agents): http.Agent {
  const isSecure = url.protocol === 'https:';
  // A new agent for each request by proxy, because the route is chosen again each time.
  if (proxy) return new (isSecure ? https : http).Agent({ proxyEnv: toProxyEnvironment(proxy) });
  if (newConnection) return new (isSecure ? https : http).Agent();
  return isSecure ? (agents.https ?? https.globalAgent) : (agents.http ?? http.globalAgent);
}

/** The certificate of the caller, if the origin of the request may have it. */
function certificateFor({ url, certificate }: OutgoingRequest): ClientCertificate | undefined {
  if (!certificate) return undefined;
  const { cert, key, onlyAt = url.origin } = certificate;
  return onlyAt === url.origin ? { cert, key } : undefined;
}

/** Sends a request by HTTP/1.1 and reads the whole answer. */
export async function exchangeByHttp1(outgoing: OutgoingRequest, options: https.RequestOptions): Promise<ReceivedAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<http.IncomingMessage>();
  const request = openRequest(outgoing, options).once('response', resolve).on('error', reject);
  sendBody(request, outgoing);
  const answer = await readAnswer(await promise);
  if (!request.writableEnded) request.destroy();
  return answer;
}

async function exchangeByBestVersion(outgoing: OutgoingRequest, signal: AbortSignal, agents: Agents): Promise<ReceivedAnswer> {
  const { url, http2, proxy, socket: local } = outgoing;
  if (local?.host === url.host) return exchangeByHttp1(outgoing, { signal, socketPath: local.path });
  if (outgoing.socksProxy) {
    const tunnel = await connectBySocks(url, new URL(outgoing.socksProxy));
    return exchangeByHttp1(outgoing, { signal, createConnection: () => tunnel });
  }
  const certificate = certificateFor(outgoing);
  if (!http2 || proxy || url.protocol !== 'https:')
    return exchangeByHttp1(outgoing, { signal, agent: agentFor(outgoing, agents), ...certificate });
  const socket = await negotiate(url, signal, certificate);
  if (socket.alpnProtocol === 'h2') return exchangeByHttp2(outgoing, socket);
  return exchangeByHttp1(outgoing, { signal, createConnection: () => socket, defaultPort: 443 });
}

/** Sends a request and reads the whole answer. Follows no redirect. If the signal aborts, throws its reason. */
export async function exchange(outgoing: OutgoingRequest, signal: AbortSignal, agents: Agents = {}): Promise<ReceivedAnswer> {
  try {
    return await exchangeByBestVersion(outgoing, signal, agents);
  } catch (error) {
    // The error of a connection that was closed because of the abort is of no interest.
    signal.throwIfAborted();
    throw error;
  }
}

import http from 'node:http';
import https from 'node:https';
import { buffer } from 'node:stream/consumers';
import type { HeaderFields } from '../../suites/vocabulary/scenario.ts';
import { toEnvironment, toHeadersObject, type ProxySettings } from '../client.ts';

/** One request, to exactly one origin. */
export interface Exchange {
  readonly method: string;
  readonly url: URL;
  readonly headers: HeaderFields;
  readonly body: Uint8Array | undefined;
  readonly proxy: ProxySettings | undefined;
}

export interface Answer {
  readonly status: number;
  readonly headers: HeaderFields;
  readonly body: Uint8Array;
}

function pairs(rawHeaders: readonly string[]): HeaderFields {
  return rawHeaders.flatMap((name, index) => (index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? ''] as const] : []));
}

/** How long the body of a redirect is worth waiting for, in milliseconds; its fields have told everything. */
const REDIRECT_BODY_LIMIT = 100;

/** The whole body; of a redirect with a target only what comes in time, the connection being given up. */
async function bodyOf(response: http.IncomingMessage): Promise<Uint8Array> {
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

/** Sends a request and reads the whole answer. No redirect is followed here. */
export async function exchange({ method, url, headers, body, proxy }: Exchange, signal: AbortSignal): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<http.IncomingMessage>();
  const length = body && { 'Content-Length': String(body.length) };
  const { request, Agent } = url.protocol === 'https:' ? https : http;
  // An agent of its own for each request: who is asked for the way is decided anew each time.
  const agent = proxy && new Agent({ proxyEnv: toEnvironment(proxy) });
  request(url, { method, headers: { ...toHeadersObject(headers), ...length }, signal, ...(agent && { agent }) })
    .once('response', resolve)
    .once('error', reject)
    .end(body);
  const response = await promise;
  return { status: response.statusCode ?? 0, headers: pairs(response.rawHeaders), body: await bodyOf(response) };
}

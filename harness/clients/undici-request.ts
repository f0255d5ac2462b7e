import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import { Agent, interceptors, request as send, type Dispatcher } from 'undici';
import { defineClient, fieldsOf, toHeadersObject, type Send } from '../client.ts';
import { versionOf } from './version.ts';

/** The interceptor follows nothing until it is given a limit; this is the one of the Fetch Standard. */
const LIMIT = 20;

const agent = new Agent();

const sendThrough =
  (network: Dispatcher): Send =>
  async ({ url, method, headers, body, redirect, maxRedirects = LIMIT }, { signal }) => {
    const dispatcher =
      redirect === 'manual' ? network : network.compose(interceptors.redirect({ maxRedirections: maxRedirects }));
    const response = await send(url, {
      method,
      headers: toHeadersObject(headers),
      body: body instanceof ReadableStream ? Readable.fromWeb(body as NodeStream) : (body ?? null),
      dispatcher,
      signal,
    });
    return {
      status: response.statusCode,
      headers: fieldsOf(response.headers),
      body: new Uint8Array(await response.body.arrayBuffer()),
    };
  };

const adapter = { send: sendThrough(agent) };

export default defineClient({
  ...adapter,
  name: 'undici/request',
  version: versionOf('undici'),
  capabilities: ['manual', 'max-redirects', 'stream-body', 'cache'],
  // What is composed first is nearest to the network: each redirect passes through the cache, as HTTP has it.
  open: ({ needs }) => (needs.includes('cache') ? { send: sendThrough(agent.compose(interceptors.cache())) } : adapter),
});

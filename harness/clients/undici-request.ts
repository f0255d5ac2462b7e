import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import { Agent, interceptors, request as send } from 'undici';
import { defineClient, fieldsOf, toHeadersObject } from '../client.ts';
import { proxyDispatcher } from './proxy-dispatcher.ts';
import { versionOf } from './version.ts';

/** The interceptor follows nothing until it is given a limit; this is the one of the Fetch Standard. */
const LIMIT = 20;

const agent = new Agent();

export default defineClient({
  name: 'undici/request',
  version: versionOf('undici'),
  capabilities: ['manual', 'max-redirects', 'stream-body', 'proxy'],
  async send({ url, method, headers, body, redirect, maxRedirects = LIMIT, proxy }, { signal }) {
    const sender = proxy ? proxyDispatcher(proxy) : agent;
    const dispatcher = redirect === 'manual' ? sender : sender.compose(interceptors.redirect({ maxRedirections: maxRedirects }));
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
  },
});

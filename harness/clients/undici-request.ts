import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import { Agent, interceptors, request as send } from 'undici';
import { defineClient, fieldsOf, toHeadersObject, type ClientSession } from '../client.ts';
import { versionOf } from './version.ts';

/** The interceptor follows nothing until it is given a limit; this is the one of the Fetch Standard. */
const LIMIT = 20;

const sendingThrough = (agent: Agent): ClientSession => ({
  async send({ url, method, headers, body, redirect, maxRedirects = LIMIT }, { signal }) {
    const dispatcher = redirect === 'manual' ? agent : agent.compose(interceptors.redirect({ maxRedirections: maxRedirects }));
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

function withOneConnection(): ClientSession {
  const agent = new Agent({ connections: 1 });
  return { ...sendingThrough(agent), close: () => agent.destroy() };
}

const adapter = sendingThrough(new Agent());

export default defineClient({
  name: 'undici/request',
  version: versionOf('undici'),
  capabilities: ['manual', 'max-redirects', 'stream-body', 'agent', 'http2'],
  ...adapter,
  open: ({ needs }) => (needs.includes('agent') ? withOneConnection() : adapter),
});

import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import fetch, { type RequestInit } from 'node-fetch';
import { defineClient, fromFetch, type ClientRequest, type FetchLike } from '../client.ts';
import { proxyAgents } from './proxy-agents.ts';
import { versionOf } from './version.ts';

type OwnOptions = Pick<ClientRequest, 'maxRedirects' | 'proxy'>;

const agentBy = (proxy: NonNullable<OwnOptions['proxy']>): NonNullable<RequestInit['agent']> => {
  const agents = proxyAgents(proxy);
  return ({ protocol }) => (protocol === 'https:' ? agents.https : agents.http);
};

/** node-fetch takes streams of Node.js, its limit as `follow`, and proxies as agents. */
const fetchWith =
  ({ maxRedirects, proxy }: OwnOptions): FetchLike =>
  (url, { body, ...init }) => {
    const stream = body instanceof ReadableStream ? Readable.fromWeb(body as NodeStream) : body;
    return fetch(url, {
      ...init,
      ...(stream && { body: stream }),
      ...(maxRedirects !== undefined && { follow: maxRedirects }),
      ...(proxy && { agent: agentBy(proxy) }),
    } as RequestInit);
  };

const version = versionOf('node-fetch');

export default defineClient({
  ...fromFetch('node-fetch', version, fetchWith({})),
  capabilities: ['manual', 'error-mode', 'max-redirects', 'stream-body', 'proxy'],
  send: (request, options) => fromFetch('node-fetch', version, fetchWith(request)).send(request, options),
});

import type { Agent as HttpAgent } from 'node:http';
import type { Agent as HttpsAgent } from 'node:https';
import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import fetch, { type RequestInit } from 'node-fetch';
import { defineClient, fromFetch, type ClientRequest, type ClientSession, type FetchLike } from '../client.ts';
import { oneConnection } from './one-connection.ts';
import { proxyAgents } from './proxy-agents.ts';
import { versionOf } from './version.ts';

const version = versionOf('node-fetch');

interface Agents {
  readonly http: HttpAgent;
  readonly https: HttpsAgent;
}

/** What node-fetch calls its limits; agents, and proxies among them, it takes as a function of the URL. */
const optionsOf = ({ maxRedirects, maxBytes, proxy }: ClientRequest, agents = proxy && proxyAgents(proxy)): RequestInit => ({
  ...(maxRedirects !== undefined && { follow: maxRedirects }),
  ...(maxBytes !== undefined && { size: maxBytes }),
  ...(agents && { agent: ({ protocol }) => (protocol === 'https:' ? agents.https : agents.http) }),
});

/** node-fetch takes streams of Node.js. */
const fetchWith =
  (options: RequestInit): FetchLike =>
  (url, { body, ...init }) => {
    const stream = body instanceof ReadableStream ? Readable.fromWeb(body as NodeStream) : body;
    return fetch(url, { ...init, ...options, ...(stream && { body: stream }) } as RequestInit);
  };

const sendingBy = (agents?: Agents): ClientSession => ({
  send: (request, context) => fromFetch('node-fetch', version, fetchWith(optionsOf(request, agents))).send(request, context),
});

function withOneConnection(): ClientSession {
  const { close, ...agents } = oneConnection();
  return { ...sendingBy(agents), close };
}

const plain = sendingBy();

export default defineClient({
  name: 'node-fetch',
  version,
  capabilities: ['manual', 'error-mode', 'max-redirects', 'stream-body', 'form', 'header-shape', 'max-bytes', 'agent', 'proxy'],
  ...plain,
  open: ({ needs }) => (needs.includes('agent') ? withOneConnection() : plain),
});

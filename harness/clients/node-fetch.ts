import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import fetch, { type RequestInit } from 'node-fetch';
import { type ClientRequest, type ClientSession, defineClient, type FetchLike, fieldsOf, fromFetch } from '../adapter/index.ts';
import { type AgentsByScheme, overAgents } from './support/one-connection.ts';
import { proxyAgents, proxyCapabilities } from './support/proxy-agents.ts';
import { versionOf } from './support/version.ts';

const version = versionOf('node-fetch');

/** The agents that a call needs: for its proxies, or with the certificate of the caller. */
function agentsFor({ proxy, clientCertificate }: ClientRequest): AgentsByScheme | undefined {
  if (proxy) return proxyAgents(proxy);
  return clientCertificate && { http: new HttpAgent(), https: new HttpsAgent(clientCertificate) };
}

/** The limits under the names of node-fetch; agents, also those for proxies, are a function of the URL. */
const optionsOf = (request: ClientRequest, agents = agentsFor(request)): RequestInit => ({
  ...(request.maxRedirects !== undefined && { follow: request.maxRedirects }),
  ...(request.maxBytes !== undefined && { size: request.maxBytes }),
  ...(agents && { agent: ({ protocol }) => (protocol === 'https:' ? agents.https : agents.http) }),
});

/** node-fetch takes streams of Node.js, and only its method `raw` shows each Set-Cookie apart. */
const fetchWith =
  (options: RequestInit): FetchLike =>
  async (url, { body, ...init }) => {
    const stream = body instanceof ReadableStream ? Readable.fromWeb(body as NodeStream) : body;
    const response = await fetch(url, { ...init, ...options, ...(stream && { body: stream }) } as RequestInit);
    const { status, redirected } = response;
    return {
      status,
      redirected,
      url: response.url,
      headers: fieldsOf(response.headers.raw()),
      arrayBuffer: () => response.arrayBuffer(),
    };
  };

const sendingBy = (agents?: AgentsByScheme): ClientSession => ({
  send: (request, context) => fromFetch('node-fetch', version, fetchWith(optionsOf(request, agents))).send(request, context),
});

export default defineClient({
  name: 'node-fetch',
  version,
  capabilities: [
    'manual',
    'error-mode',
    'max-redirects',
    'stream-body',
    'form',
    'header-shape',
    'header-pairs',
    'fetch-response',
    'max-bytes',
    'abort',
    'agent',
    ...proxyCapabilities,
    'client-certificate',
    'callers-objects',
  ],
  ...overAgents(sendingBy),
});

import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import fetch, { type RequestInit } from 'node-fetch';
import { type ClientRequest, type ClientSession, defineClient, fromFetch } from '../adapter/index.ts';
import { limitsOf, type NodeFetchLike, overNodeFetch } from './support/node-fetch-like.ts';
import { type AgentsByScheme, overAgents } from './support/one-connection.ts';
import { proxyAgents, proxyCapabilities } from './support/proxy-agents.ts';
import { versionOf } from './support/version.ts';

const version = versionOf('node-fetch');

/** The agents that a call needs: for its proxies, or with the certificate of the caller. */
function agentsFor({ proxy, clientCertificate }: ClientRequest): AgentsByScheme | undefined {
  if (proxy) return proxyAgents(proxy);
  return clientCertificate && { http: new HttpAgent(), https: new HttpsAgent(clientCertificate) };
}

/** Agents, also those for proxies, are a function of the URL. */
const optionsOf = (request: ClientRequest, agents = agentsFor(request)): RequestInit => ({
  ...limitsOf(request),
  ...(agents && { agent: ({ protocol }) => (protocol === 'https:' ? agents.https : agents.http) }),
});

/** Its types do not have `raw`. */
const rawFetch = fetch as unknown as NodeFetchLike;

const sendingBy = (agents?: AgentsByScheme): ClientSession => ({
  send: (request, context) =>
    fromFetch('node-fetch', version, overNodeFetch(rawFetch, optionsOf(request, agents))).send(request, context),
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

import type { Agent } from 'node:http';
import { type ClientSession, defineClient, fieldsOf } from '../adapter/index.ts';
import { oneConnection } from './support/one-connection.ts';
import { nodeModules, nodeOptions, requestByCallback } from './support/node-request.ts';
import { proxyAgents } from './support/proxy-agents.ts';

interface Agents {
  readonly http: Agent;
  readonly https: Agent;
}

/** A request as the documentation of Node.js shows it, which follows no redirect. */
const sendingBy = (agents?: Agents): ClientSession => ({
  async send({ proxy, ...request }, options) {
    const { http, https } = (proxy ? proxyAgents(proxy) : agents) ?? {};
    const agent = request.url.startsWith('https:') ? https : http;
    const asked = { ...nodeOptions(request), ...(agent && { agent }) };
    const { response, body } = await requestByCallback(nodeModules, request, asked, options);
    return { status: response.statusCode ?? 0, headers: fieldsOf(response.headers), body };
  },
});

function withOneConnection(): ClientSession {
  const { close, ...agents } = oneConnection();
  return { ...sendingBy(agents), close };
}

const plain = sendingBy();

export default defineClient({
  name: 'node/https',
  version: process.versions.node,
  capabilities: [
    'manual',
    'stream-body',
    'header-list',
    'auth',
    'unix-socket',
    'client-certificate',
    'abort',
    'agent',
    'proxy',
    'http-proxy-only',
    'callers-objects',
  ],
  ...plain,
  open: ({ needs }) => (needs.includes('agent') ? withOneConnection() : plain),
});

import { type ClientSession, defineClient, fieldsOf } from '../adapter/index.ts';
import { agentFor, type AgentsByScheme, overAgents } from './support/one-connection.ts';
import { nodeModules, nodeOptions, requestByCallback } from './support/node-request.ts';
import { proxyAgents, proxyCapabilities } from './support/proxy-agents.ts';

/** A request as the documentation of Node.js shows it, which follows no redirect. */
const sendingBy = (agents?: AgentsByScheme): ClientSession => ({
  async send({ proxy, ...request }, options) {
    const own = proxy ? proxyAgents(proxy) : agents;
    const asked = { ...nodeOptions(request), ...(own && { agent: agentFor(request.url, own) }) };
    const { response, body } = await requestByCallback(nodeModules, request, asked, options);
    return { status: response.statusCode ?? 0, headers: fieldsOf(response.headers), body };
  },
});

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
    ...proxyCapabilities,
    'callers-objects',
  ],
  ...overAgents(sendingBy),
});

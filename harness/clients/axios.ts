import axios from 'axios';
import { type ClientSession, defineClient, fromAxios, toProxyEnvironment } from '../adapter/index.ts';
import { type AgentsByScheme, overAgents } from './support/one-connection.ts';
import { versionOf } from './support/version.ts';

/** axios reads proxies from the environment, again for each request. */
const withProxies = (session: ClientSession): ClientSession => ({
  ...session,
  async send({ proxy, ...request }, options) {
    const variables = proxy ? toProxyEnvironment(proxy) : {};
    Object.assign(process.env, variables);
    try {
      return await session.send(request, options);
    } finally {
      for (const name of Object.keys(variables)) delete process.env[name];
    }
  },
});

const adapter = fromAxios(axios, { version: versionOf('axios') });

const sendingBy = (agents?: AgentsByScheme): ClientSession =>
  withProxies(agents ? fromAxios(axios.create({ httpAgent: agents.http, httpsAgent: agents.https })) : adapter);

export default defineClient({
  ...adapter,
  ...overAgents(sendingBy),
  capabilities: [...(adapter.capabilities ?? []), 'agent', 'proxy', 'http-proxy-only'],
});

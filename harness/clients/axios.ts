import axios from 'axios';
import { defineClient, fromAxios, toEnvironment, type ClientSession } from '../client.ts';
import { oneConnection } from './one-connection.ts';

/** axios looks for proxies in the environment, anew for each request. */
const withProxies = (session: ClientSession): ClientSession => ({
  ...session,
  async send({ proxy, ...request }, options) {
    const variables = proxy ? toEnvironment(proxy) : {};
    Object.assign(process.env, variables);
    try {
      return await session.send(request, options);
    } finally {
      for (const name of Object.keys(variables)) delete process.env[name];
    }
  },
});

const adapter = fromAxios(axios, { version: axios.VERSION });
const plain = withProxies(adapter);

function withOneConnection(): ClientSession {
  const { http: httpAgent, https: httpsAgent, close } = oneConnection();
  return { ...fromAxios(axios.create({ httpAgent, httpsAgent })), close };
}

export default defineClient({
  ...adapter,
  ...plain,
  capabilities: [...(adapter.capabilities ?? []), 'agent', 'proxy'],
  open: ({ needs }) => (needs.includes('agent') ? withOneConnection() : plain),
});

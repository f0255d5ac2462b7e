import axios from 'axios';
import { type ClientSession, defineClient, fromAxios, toProxyEnvironment } from '../adapter/index.ts';
import { oneConnection } from './support/one-connection.ts';
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
const plain = withProxies(adapter);

function withOneConnection(): ClientSession {
  const { http: httpAgent, https: httpsAgent, close } = oneConnection();
  return { ...fromAxios(axios.create({ httpAgent, httpsAgent })), close };
}

export default defineClient({
  ...adapter,
  ...plain,
  capabilities: [...(adapter.capabilities ?? []), 'agent', 'proxy', 'http-proxy-only'],
  open: ({ needs }) => (needs.includes('agent') ? withOneConnection() : plain),
});

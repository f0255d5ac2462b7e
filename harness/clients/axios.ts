import axios from 'axios';
import { defineClient, fromAxios, toEnvironment } from '../client.ts';

const adapter = fromAxios(axios, { version: axios.VERSION });

export default defineClient({
  ...adapter,
  capabilities: [...(adapter.capabilities ?? []), 'proxy'],
  async send({ proxy, ...request }, options) {
    const variables = proxy ? toEnvironment(proxy) : {};
    // axios looks there itself, for each request.
    Object.assign(process.env, variables);
    try {
      return await adapter.send(request, options);
    } finally {
      for (const name of Object.keys(variables)) delete process.env[name];
    }
  },
});

import axios from 'axios';
import { defineClient, fromAxios, type ClientSession } from '../client.ts';
import { oneConnection } from './one-connection.ts';

const adapter = fromAxios(axios, { version: axios.VERSION });

function withOneConnection(): ClientSession {
  const { http: httpAgent, https: httpsAgent, close } = oneConnection();
  return { ...fromAxios(axios.create({ httpAgent, httpsAgent })), close };
}

export default defineClient({
  ...adapter,
  capabilities: [...(adapter.capabilities ?? []), 'agent'],
  open: ({ needs }) => (needs.includes('agent') ? withOneConnection() : adapter),
});

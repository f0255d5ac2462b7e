import https from 'node:https';
import { exchange, type Agents } from '../reference/exchange.ts';
import type { Sin } from './sin.ts';

const trusting: Agents = { https: new https.Agent({ rejectUnauthorized: false }) };

/** Clients that talk to anybody. */
export const tls: readonly Sin[] = [
  {
    name: 'trusts-anybody',
    title: 'accepts every certificate',
    send: (send, signal) => (request) =>
      request.url.protocol === 'https:' ? exchange(request, signal, trusting) : send(request),
    under: ['fetch', 'rfc9110'],
  },
];

import https from 'node:https';
import { exchange, type Agents } from '../reference/exchange.ts';
import type { Mutant } from './mutant.ts';

const trusting: Agents = { https: new https.Agent({ rejectUnauthorized: false }) };

/** Clients that do not verify the server. */
export const tlsMutants: readonly Mutant[] = [
  {
    name: 'accepts-any-certificate',
    title: 'accepts every certificate',
    send: (send, signal) => (request) =>
      request.url.protocol === 'https:' ? exchange(request, signal, trusting) : send(request),
    witnesses: {
      fetch: ['tls/untrusted-after-302#outcome'],
      rfc9110: ['tls/misnamed-at-once#outcome', 'tls/expired-at-once#requests@expired/target'],
    },
  },
  {
    name: 'sends-certificate-everywhere',
    title: 'sends the certificate of the caller to every origin that asks for one',
    policy: () => ({ bindsCertificate: false }),
    witnesses: { strict: ['tls/client-certificate-other-host#client-certificate@other-tls/target'] },
  },
];

import type { Client, ClientResponse } from '../client.ts';
import { apart, type Sin } from './sin.ts';
import { wrapped } from './wrapped.ts';

/** A client that changes how each call ends. */
const ending = (end: (send: () => Promise<ClientResponse>) => Promise<ClientResponse>): ((client: Client) => Client) =>
  wrapped(() => (send) => (request, options) => end(() => send(request, options)));

/** A client that throws a string, whatever came of the call. */
export const throwingStrings = ending(async (send) => {
  await send().catch(() => undefined);
  // oxlint-disable-next-line no-throw-literal -- this is the sin
  throw 'redirected';
});

export const responses: readonly Sin[] = [
  {
    name: 'throws-strings',
    title: 'throws a string, whatever came of the call',
    client: throwingStrings,
    also: apart,
    under: ['fetch'],
  },
  {
    name: 'asks-twice',
    title: 'sends every request twice',
    send: (send) => async (request) => {
      await send(request);
      return send(request);
    },
    also: ['agent'],
    under: ['fetch', 'adr-016'],
  },
  {
    name: 'strips-bodies',
    title: 'takes the first byte of every body for a mistake',
    client: ending(async (send) => {
      const response = await send();
      return { ...response, body: response.body.subarray(1) };
    }),
    also: ['cache', 'http2'],
    under: ['fetch', 'adr-016'],
  },
  {
    name: 'hides-fields',
    title: 'keeps fields it does not know from its caller',
    client: ending(async (send) => {
      const response = await send();
      return { ...response, headers: response.headers.filter(([name]) => /^content-/i.test(name)) };
    }),
    under: ['fetch'],
  },
  {
    name: 'throws-on-400',
    title: 'throws where a server answers 400',
    client: ending(async (send) => {
      const response = await send();
      if (response.status === 400) throw new Error('the server answered 400');
      return response;
    }),
    also: ['on-redirect'],
    under: ['fetch'],
  },
  {
    name: 'forgets-history',
    title: 'tells only the last of its redirects',
    client: ending(async (send) => {
      const response = await send();
      return { ...response, history: response.history?.slice(-1) ?? [] };
    }),
    under: ['adr-016'],
  },
];

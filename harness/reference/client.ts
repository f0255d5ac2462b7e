import { oneConnection } from '../clients/one-connection.ts';
import { valuesOf } from '../fields.ts';
import { defineClient, type Client, type ClientRequest, type ClientResponse } from '../client.ts';
import { withCache, type Cache } from './cache.ts';
import { exchange, type Agents } from './exchange.ts';
import { follow, type Send } from './follow.ts';
import { Jar } from './jar.ts';
import { platformApis } from './platform-apis.ts';
import type { Policy } from './policy.ts';

const isCookie = ([name]: readonly [string, string]): boolean => /^cookie$/i.test(name);

/** Adds the cookies that the jar has for a URL, and keeps those that come back. */
const withCookies =
  (jar: Jar, send: Send): Send =>
  async (request) => {
    const cookie = await jar.cookieFor(request.url, valuesOf(request.headers, 'cookie'));
    const others = request.headers.filter((field) => !isCookie(field));
    const answer = await send({ ...request, headers: cookie === '' ? others : [...others, ['Cookie', cookie]] });
    for (const value of valuesOf(answer.headers, 'set-cookie')) await jar.receive(value, request.url);
    return answer;
  };

/**
 * The proof that a rule book can be kept: a small client that does nothing but what its policy says. `tamper`
 * changes how single requests are sent, for the clients that are wrong on purpose.
 */
export function referenceClient(
  name: string,
  policy: Policy,
  tamper: (send: Send, signal: AbortSignal) => Send = (send) => send,
): Client {
  const sender = (signal: AbortSignal, agents?: Agents): Send => tamper((request) => exchange(request, signal, agents), signal);
  const call = (request: ClientRequest, send: Send): Promise<ClientResponse> =>
    (request.through ? platformApis[request.through] : follow)(request, policy, send);
  return defineClient({
    name,
    version: '1',
    capabilities: [
      'manual',
      'error-mode',
      'max-redirects',
      'cookie-jar',
      'cache',
      'stream-body',
      'auth',
      'form',
      'header-shape',
      'sensitive-headers',
      'on-redirect',
      'max-bytes',
      'rewrite-methods',
      'event-source',
      'websocket',
      'agent',
      'http2',
      'proxy',
    ],
    send: (request, { signal }) => call(request, sender(signal)),
    open({ needs }) {
      const jar = needs.includes('cookie-jar') ? new Jar() : undefined;
      const cache: Cache | undefined = needs.includes('cache') ? new Map() : undefined;
      const agents = needs.includes('agent') ? oneConnection() : undefined;
      return {
        send(request, { signal }) {
          const send = sender(signal, agents);
          const cached = cache ? withCache(cache, policy, signal, send) : send;
          return call(request, jar ? withCookies(jar, cached) : cached);
        },
        close: () => agents?.close(),
      };
    },
  });
}

import { readFile } from 'node:fs/promises';
import { capabilityNames, ofBrowsers } from '../../suites/vocabulary/capability.ts';
import { valuesOf } from '../../suites/vocabulary/header-fields.ts';
import {
  defineClient,
  type Client,
  type ClientRequest,
  type ClientResponse,
  type TokenProvider,
  unwatched,
} from '../adapter/index.ts';
import { oneConnection } from '../clients/support/one-connection.ts';
import { withCache, type Cache } from './cache.ts';
import { makeCall } from './call.ts';
import { exchange, type Agents } from './exchange.ts';
import { Jar } from './jar.ts';
import type { SendOne } from './messages.ts';
import { withNetrc } from './netrc.ts';
import { hasApi, platformApis } from './platform-apis.ts';
import type { ReferencePolicy } from './policy.ts';

const isCookie = ([name]: readonly [string, string]): boolean => /^cookie$/i.test(name);

/** Sends requests with the cookies of a jar, and stores the cookies of the answers in it. */
const withCookies =
  (jar: Jar, send: SendOne): SendOne =>
  async (request) => {
    const cookie = await jar.cookieFor(request.url, valuesOf(request.headers, 'cookie'));
    const others = request.headers.filter((field) => !isCookie(field));
    const answer = await send({ ...request, headers: cookie === '' ? others : [...others, ['Cookie', cookie]] });
    for (const value of valuesOf(answer.headers, 'set-cookie')) await jar.receive(value, request.url);
    return answer;
  };

/** Adds to each request what a function of the caller returns for its URL. */
const withTokens =
  (tokenProvider: TokenProvider, send: SendOne): SendOne =>
  (request) => {
    const token = tokenProvider(request.url.href);
    return send(token === undefined ? request : { ...request, headers: [...request.headers, ['Authorization', token]] });
  };

/** Sends requests with what the caller gave for several hosts: a .netrc file, a function, and cookies by an option. */
async function withGiven({ url, cookies, netrc, tokenProvider }: ClientRequest, send: SendOne): Promise<SendOne> {
  const asking = tokenProvider ? withTokens(tokenProvider, send) : send;
  const sender = netrc === undefined ? asking : withNetrc(await readFile(netrc, 'utf8'), asking);
  if (!cookies) return sender;
  const jar = new Jar();
  for (const [name, value] of cookies) await jar.receive(`${name}=${value}`, new URL(url));
  return withCookies(jar, sender);
}

/**
 * A policy client with every capability. It proves that a profile can be satisfied as a whole.
 * `tamper` changes how single requests are sent; mutants use it.
 */
export function referenceClient(
  name: string,
  policy: ReferencePolicy,
  tamper: (send: SendOne, signal: AbortSignal) => SendOne = (send) => send,
): Client {
  const sender = (signal: AbortSignal, agents?: Agents): SendOne =>
    tamper((request) => exchange(request, signal, agents), signal);
  const call = async (request: ClientRequest, send: SendOne): Promise<ClientResponse> =>
    hasApi(request)
      ? platformApis[request.through](request, policy, await withGiven(request, send))
      : makeCall(request, policy, await withGiven(request, send));
  return defineClient({
    name,
    version: '1',
    capabilities: capabilityNames.filter((each) => !ofBrowsers.includes(each)),
    send: (request, { signal, given = unwatched }) => call(given(request), sender(signal)),
    open({ needs }) {
      const jar = needs.includes('cookie-jar') ? new Jar() : undefined;
      const cache: Cache | undefined = needs.includes('cache') ? new Map() : undefined;
      const agents = needs.includes('agent') ? oneConnection() : undefined;
      return {
        send(request, { signal, given = unwatched }) {
          const send = sender(signal, agents);
          const cached = cache ? withCache(cache, policy, signal, send) : send;
          return call(given(request), jar ? withCookies(jar, cached) : cached);
        },
        close: () => agents?.close(),
      };
    },
  });
}

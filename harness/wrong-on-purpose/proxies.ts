import http from 'node:http';
import type { HeaderFields } from '../../suites/vocabulary/scenario.ts';
import type { ProxySettings } from '../client.ts';
import type { Answer, Exchange } from '../reference/exchange.ts';
import type { Send } from '../reference/follow.ts';
import { valuesOf } from '../fields.ts';
import { withLimit } from './limits.ts';
import { throwingStrings } from './responses.ts';
import { sendTarget } from './send-target.ts';
import type { Sin } from './sin.ts';

const isSecure = ({ protocol }: URL): boolean => protocol === 'https:';

/** The proxy that a request is to go through, if any. */
function proxyOf({ url, proxy }: Exchange): URL | undefined {
  if (!proxy || proxy.bypass.includes(url.hostname)) return undefined;
  return new URL(isSecure(url) ? proxy.https : proxy.http);
}

/** A client that is set up with other proxies behind its first redirect. */
const behindRedirects =
  (change: (proxy: ProxySettings, first: Exchange) => ProxySettings | undefined) =>
  (send: Send): Send => {
    let first: Exchange | undefined;
    return (request) => {
      const proxy = first && request.proxy ? change(request.proxy, first) : request.proxy;
      first ??= request;
      return send({ ...request, proxy });
    };
  };

function wayOf(first: Exchange): ProxySettings | undefined {
  const proxy = proxyOf(first)?.href;
  return proxy === undefined ? undefined : { http: proxy, https: proxy, bypass: [] };
}

const basicOf = ({ username, password }: URL): string => `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;

/** Tells a proxy the whole URL, secured or not, and with its fragment. */
function tellWhole(request: Exchange, proxy: URL, host = request.url.host): Promise<Answer> {
  const given: HeaderFields = proxy.username === '' ? [] : [['Proxy-Authorization', basicOf(proxy)]];
  const headers: HeaderFields = [...request.headers, ...given, ['Host', host]];
  return sendTarget({ ...request, url: new URL(proxy.origin), headers }, request.url.href);
}

const tellingWhole =
  (applies: (url: URL) => boolean) =>
  (send: Send): Send =>
  (request) => {
    const proxy = proxyOf(request);
    return proxy && applies(request.url) ? tellWhole(request, proxy) : send(request);
  };

/** What a proxy says to a CONNECT. */
async function askForTunnel({ hostname, port }: URL, proxy: URL): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<http.IncomingMessage>();
  http
    .request(proxy, { method: 'CONNECT', path: `${hostname}:${port || 443}` })
    .once('connect', (response, socket) => {
      socket.destroy();
      resolve(response);
    })
    .once('error', reject)
    .end();
  const { statusCode = 0, headersDistinct } = await promise;
  const headers = Object.entries(headersDistinct).flatMap(([name, values = []]) => values.map((value) => [name, value] as const));
  return { status: statusCode, headers, body: new Uint8Array() };
}

/** Takes whatever the proxy says instead of opening a tunnel for the answer of the origin. */
const believingProxies =
  (send: Send): Send =>
  async (request) => {
    const proxy = proxyOf(request);
    if (!proxy || !isSecure(request.url)) return send(request);
    const answer = await askForTunnel(request.url, proxy);
    return answer.status === 200 ? send(request) : answer;
  };

/** The URL of the proxy that the caller gave credentials for. */
const paidIn = ({ http: first, https: second }: ProxySettings): URL | undefined =>
  [new URL(first), new URL(second)].find(({ username }) => username !== '');

/** Hands over the credentials of a proxy by way of the request itself, wherever that goes. */
const tellingEverybody =
  (send: Send): Send =>
  (request) => {
    const paid = request.proxy && paidIn(request.proxy);
    if (!paid || (proxyOf(request) && !isSecure(request.url))) return send(request);
    return send({ ...request, headers: [...request.headers, ['Proxy-Authorization', basicOf(paid)]] });
  };

/** Identifies itself to origins as it does to the proxy before them. */
const takingProxiesForOrigins =
  (send: Send): Send =>
  (request) => {
    const proxy = proxyOf(request);
    if (!proxy?.username) return send(request);
    const others = request.headers.filter(([name]) => !/^authorization$/i.test(name));
    return send({ ...request, headers: [...others, ['Authorization', basicOf(proxy)]] });
  };

/** Identifies itself to every proxy as it does to one. */
const tellingEveryProxy =
  (send: Send): Send =>
  (request) => {
    const { proxy } = request;
    const paid = proxy && paidIn(proxy);
    if (!paid) return send(request);
    const named = (url: string): string => url.replace(/\/\/(.*@)?/, `//${paid.username}:${paid.password}@`);
    return send({ ...request, proxy: { ...proxy, http: named(proxy.http), https: named(proxy.https) } });
  };

const withoutFragment = ({ href }: URL): URL => new URL(href.split('#', 1).join());

const mistakingPorts =
  (send: Send): Send =>
  (request) => {
    const { hostname, port } = request.url;
    const host = port === '' ? `${hostname}:${isSecure(request.url) ? 443 : 80}` : hostname;
    const proxy = proxyOf(request);
    if (proxy && !isSecure(request.url)) return tellWhole({ ...request, url: withoutFragment(request.url) }, proxy, host);
    return send({ ...request, headers: [...request.headers, ['Host', host]] });
  };

/** Clients that take the wrong way, or tell the wrong one too much. */
export const proxies: readonly Sin[] = [
  {
    name: 'leaves-the-proxy',
    title: 'goes through its proxy until the first redirect',
    capability: 'proxy',
    send: behindRedirects(() => undefined),
    under: ['fetch'],
  },
  {
    name: 'keeps-the-way',
    title: 'sends every request the way of its first',
    capability: 'proxy',
    send: behindRedirects((_, first) => wayOf(first)),
    under: ['fetch'],
  },
  {
    name: 'asks-a-proxy-for-https',
    title: 'has its proxy make the https connection, and tells it everything',
    capability: 'proxy',
    send: tellingWhole(isSecure),
    under: ['fetch', 'rfc9110'],
  },
  {
    name: 'tells-a-proxy-the-fragment',
    title: 'sends its proxy the URL with its fragment',
    capability: 'proxy',
    send: tellingWhole((url) => !isSecure(url)),
    under: ['fetch'],
  },
  {
    name: 'believes-proxies',
    title: 'takes what a proxy answers to CONNECT for the answer of the origin',
    capability: 'proxy',
    send: believingProxies,
    under: ['fetch'],
  },
  {
    name: 'tells-origins-the-proxy-password',
    title: 'sends the credentials of its proxy to origins, directly and through tunnels',
    capability: 'proxy',
    send: tellingEverybody,
    under: ['fetch'],
  },
  {
    name: 'takes-proxies-for-origins',
    title: 'makes Authorization of the credentials of its proxy',
    capability: 'proxy',
    send: takingProxiesForOrigins,
    under: ['fetch'],
  },
  {
    name: 'tells-every-proxy-the-password',
    title: 'identifies itself to every proxy by the credentials of one',
    capability: 'proxy',
    send: tellingEveryProxy,
    under: ['fetch'],
  },
  {
    name: 'follows-nothing-through-proxies',
    title: 'hands over every redirect that comes through a proxy',
    capability: 'proxy',
    policy: () => ({ locationOf: () => undefined }),
    under: ['adr-016'],
  },
  {
    name: 'follows-everything-through-proxies',
    title: 'follows every Location that comes through a proxy, without end',
    capability: 'proxy',
    policy: () => ({ locationOf: ({ headers }) => valuesOf(headers, 'location')[0], stopsAtRevisit: false }),
    client: withLimit(() => Number.POSITIVE_INFINITY),
    under: ['adr-016'],
  },
  {
    name: 'trusts-everybody',
    title: 'takes every field to every origin, and what a proxy answers to CONNECT for the answer of the origin',
    capability: 'proxy',
    send: believingProxies,
    policy: () => ({ refuses: () => false, staysBehind: () => false }),
    under: ['fetch', 'adr-016', 'strict'],
  },
  {
    name: 'mistakes-the-method-through-proxies',
    title: 'makes GET of what stays and keeps what becomes GET',
    capability: 'proxy',
    policy: () => ({ methodAfter: (status, method) => (status === 303 ? method : 'GET') }),
    under: ['fetch'],
  },
  {
    name: 'mistakes-the-port-in-host',
    title: 'names the default port in Host, and no other',
    capability: 'proxy',
    send: mistakingPorts,
    under: ['fetch', 'rfc9110'],
  },
  {
    name: 'throws-strings-through-proxies',
    title: 'throws a string, whatever came through a proxy',
    capability: 'proxy',
    client: throwingStrings,
    under: ['fetch'],
  },
];

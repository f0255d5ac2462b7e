import http from 'node:http';
import { fieldsOfRaw, type HeaderFields, valuesOf } from '../../suites/vocabulary/header-fields.ts';
import type { ProxySettings } from '../adapter/index.ts';
import { exchangeByHttp1 } from '../policy/transport.ts';
import type { OutgoingRequest, ReceivedAnswer, SendOne } from '../reference/messages.ts';
import type { Mutant } from './mutant.ts';
import { changingRedirectedRequests, changingRequests, withField, withMore } from './support/changing.ts';

const isSecure = ({ protocol }: URL): boolean => protocol === 'https:';

/** The proxy that a request goes through, if any. */
function proxyOf({ url, proxy }: OutgoingRequest): URL | undefined {
  if (!proxy || proxy.bypass.includes(url.hostname)) return undefined;
  const used = isSecure(url) ? proxy.https : proxy.http;
  return used === undefined ? undefined : new URL(used);
}

/** The settings that send every request the way of the first one. */
function routeOf(first: OutgoingRequest): ProxySettings | undefined {
  const proxy = proxyOf(first)?.href;
  return proxy === undefined ? undefined : { http: proxy, https: proxy, bypass: [] };
}

const basicOf = ({ username, password }: URL): string => `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;

/** Sends a proxy the whole URL, even an https URL, and with its fragment. */
function sendWholeUrl(request: OutgoingRequest, proxy: URL, host = request.url.host): Promise<ReceivedAnswer> {
  const given: HeaderFields = proxy.username === '' ? [] : [['Proxy-Authorization', basicOf(proxy)]];
  const toProxy = { ...withMore(request, ...given, ['Host', host]), url: new URL(proxy.origin), proxy: undefined };
  return exchangeByHttp1(toProxy, { path: request.url.href });
}

const sendingWholeUrl =
  (applies: (url: URL) => boolean) =>
  (send: SendOne): SendOne =>
  (request) => {
    const proxy = proxyOf(request);
    return proxy && applies(request.url) ? sendWholeUrl(request, proxy) : send(request);
  };

/** The answer of a proxy to CONNECT. */
async function askForTunnel({ hostname, port }: URL, proxy: URL): Promise<ReceivedAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<http.IncomingMessage>();
  http
    .request(proxy, { method: 'CONNECT', path: `${hostname}:${port || 443}` })
    .once('connect', (response, socket) => {
      socket.destroy();
      resolve(response);
    })
    .once('error', reject)
    .end();
  const { statusCode = 0, rawHeaders } = await promise;
  return { status: statusCode, headers: fieldsOfRaw(rawHeaders), body: new Uint8Array() };
}

/** Follows a redirect that a proxy answers to CONNECT, with every field of the request. */
const followingConnectAnswers =
  (send: SendOne): SendOne =>
  async (request) => {
    const proxy = proxyOf(request);
    if (!proxy || !isSecure(request.url)) return send(request);
    const [location] = valuesOf((await askForTunnel(request.url, proxy)).headers, 'location');
    return send(location === undefined ? request : { ...request, url: new URL(location) });
  };

/** The URL of the proxy that the caller gave credentials for. */
function proxyWithCredentials({ proxy, socksProxy }: Pick<OutgoingRequest, 'proxy' | 'socksProxy'>): URL | undefined {
  const urls = [proxy?.http, proxy?.https, socksProxy].flatMap((url) => (url === undefined ? [] : new URL(url)));
  return urls.find(({ username }) => username !== '');
}

/** Sends the credentials for a proxy to every origin that it reaches directly or through a tunnel. */
const sendingProxyCredentials = changingRequests((request) => {
  const proxy = proxyWithCredentials(request);
  if (!proxy || (proxyOf(request) && !isSecure(request.url))) return request;
  return withMore(request, ['Proxy-Authorization', basicOf(proxy)]);
});

/** Sends the credentials for a proxy as Authorization. */
const sendingProxyCredentialsAsAuthorization = changingRequests((request) => {
  const proxy = proxyOf(request);
  if (!proxy?.username) return request;
  return { ...request, headers: withField(request.headers, 'Authorization', basicOf(proxy)) };
});

/** Sends the credentials for one proxy to both. */
const sendingCredentialsToBothProxies = changingRequests((request) => {
  const { proxy } = request;
  const known = proxyWithCredentials({ proxy });
  if (!proxy || !known) return request;
  const withCredentials = (url: string): string => url.replace(/\/\/(.*@)?/, `//${known.username}:${known.password}@`);
  const { http: plain, https: secure = plain, bypass } = proxy;
  return { ...request, proxy: { http: withCredentials(plain), https: withCredentials(secure), bypass } };
});

const withoutFragment = ({ href }: URL): URL => new URL(href.split('#', 1).join());

const invertingPorts =
  (send: SendOne): SendOne =>
  (request) => {
    const { hostname, port } = request.url;
    const host = port === '' ? `${hostname}:${isSecure(request.url) ? 443 : 80}` : hostname;
    const proxy = proxyOf(request);
    if (proxy && !isSecure(request.url)) return sendWholeUrl({ ...request, url: withoutFragment(request.url) }, proxy, host);
    return send(withMore(request, ['Host', host]));
  };

/** Clients that use the wrong proxy, or send too much to a proxy or to an origin. */
export const proxyMutants: readonly Mutant[] = [
  {
    name: 'bypasses-proxy-after-redirect',
    title: 'uses its proxy only until the first redirect',
    send: changingRedirectedRequests((request) => ({ ...request, proxy: undefined })),
    witnesses: { fetch: ['proxies/relative#route@target'] },
  },
  {
    name: 'keeps-first-route',
    title: 'sends every request through the proxy of the first one',
    send: changingRedirectedRequests((request, first) => ({ ...request, proxy: request.proxy && routeOf(first) })),
    witnesses: { fetch: ['proxies/to-bypassed-subdomain#route@sub/target', 'proxies/other-proxy-up#route@home-tls/target'] },
  },
  {
    name: 'sends-https-url-to-proxy',
    title: 'sends an https request to its proxy instead of opening a tunnel',
    send: sendingWholeUrl(isSecure),
    witnesses: {
      fetch: ['proxies/up-302#route@home-tls/target'],
      rfc9110: ['proxies/nothing-beside-the-tunnel-same-origin#canary:authorization@proxy'],
    },
  },
  {
    name: 'sends-fragment-to-proxy',
    title: 'sends its proxy the URL with its fragment',
    send: sendingWholeUrl((url) => !isSecure(url)),
    witnesses: { fetch: ['proxies/fragment#followed'] },
  },
  {
    name: 'follows-connect-answers',
    title: 'follows a redirect that a proxy answers to CONNECT, and drops no field on any redirect',
    policy: () => ({ dropsField: () => false }),
    send: followingConnectAnswers,
    witnesses: {
      fetch: ['proxies/connect-302-at-once#canary:authorization@other'],
      'adr-016': ['proxies/connect-307-at-once#canary:authorization@other'],
      strict: ['proxies/connect-302-at-once#canary:x-api-key@other'],
    },
  },
  {
    name: 'sends-proxy-credentials-to-origins',
    title: 'sends the credentials for its proxy to origins, directly and through tunnels',
    send: sendingProxyCredentials,
    witnesses: {
      fetch: [
        'proxies/credentials-to-bypassed-subdomain#canary:proxy-authorization@sub',
        'proxies/socks-credentials-other-host#canary:proxy-authorization@other',
      ],
    },
  },
  {
    name: 'sends-proxy-credentials-as-authorization',
    title: 'sends the credentials for its proxy as Authorization',
    send: sendingProxyCredentialsAsAuthorization,
    witnesses: { fetch: ['proxies/credentials-other-host#canary:proxy-authorization@other'] },
  },
  {
    name: 'sends-credentials-to-both-proxies',
    title: 'sends the credentials for one proxy to the other proxy too',
    send: sendingCredentialsToBothProxies,
    witnesses: { fetch: ['proxies/credentials-other-proxy-down#field:proxy-authorization@target'] },
  },
  {
    name: 'inverts-port-in-host',
    title: 'sends the default port in Host, and no other port',
    send: invertingPorts,
    witnesses: { fetch: ['proxies/relative#field:host@target'], rfc9110: ['proxies/relative#field:host@target'] },
  },
];

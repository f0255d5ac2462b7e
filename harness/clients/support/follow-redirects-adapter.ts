import type { IncomingMessage } from 'node:http';
import { urlToHttpOptions } from 'node:url';
import followRedirects from 'follow-redirects';
import {
  type Client,
  type ClientRequest,
  type ClientSession,
  defineClient,
  fieldsOf,
  type ProxySettings,
  toHeadersObject,
} from '../../adapter/index.ts';
import { type AgentsByScheme, overAgents } from './one-connection.ts';
import { nodeOptions, requestByCallback, type RequestFunction } from './node-request.ts';
import { proxyAgents, proxyCapabilities } from './proxy-agents.ts';
import { versionOf } from './version.ts';

/** What the package adds to a response of Node.js. */
interface Followed extends IncomingMessage {
  readonly responseUrl: string;
  /** Before version 1.3 there was none. */
  readonly redirects?: readonly { readonly url: string; readonly statusCode: number; readonly headers: object }[];
}

const toBeforeRedirect =
  (onRedirect: NonNullable<ClientRequest['onRedirect']>) =>
  ({ headers }: { headers: object }, { statusCode }: { statusCode: number }, { url }: { url: string }): void => {
    Object.assign(headers, toHeadersObject(onRedirect({ status: statusCode, url })));
  };

/** The options for redirects; `trackRedirects` only reports them. */
const followOptions = (request: ClientRequest, agents?: AgentsByScheme): object => ({
  ...nodeOptions(request),
  trackRedirects: true,
  ...(request.redirect === 'manual' && { followRedirects: false }),
  ...(request.maxRedirects !== undefined && { maxRedirects: request.maxRedirects }),
  ...(request.maxRequestBytes !== undefined && { maxBodyLength: request.maxRequestBytes }),
  ...(request.sensitiveHeaders && { sensitiveHeaders: request.sensitiveHeaders }),
  ...(request.onRedirect && { beforeRedirect: toBeforeRedirect(request.onRedirect) }),
  ...(agents && { agents }),
});

const version = versionOf('follow-redirects');

/** Before version 1.6 a request took its URL only as options. */
const byOptions = (module: typeof followRedirects.http): { readonly request: RequestFunction } => ({
  request: (url, options, onResponse) => module.request({ ...urlToHttpOptions(new URL(url)), ...options }, onResponse),
});

const isOld = /^(0|1\.[0-5])\./.test(version);
const modules = isOld
  ? { http: byOptions(followRedirects.http), https: byOptions(followRedirects.https as never) }
  : followRedirects;

/** How requests reach a proxy: by agents, or as requests to the proxy itself that name the URL in full. */
type Proxying = 'by agents' | 'by absolute URLs';

/** A request to a proxy for an http URL; a URL of https has no such form. */
function toProxy(request: ClientRequest, { http }: ProxySettings): object {
  const { hostname, port, username, password } = new URL(http);
  const credentials = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64');
  const fields: [string, string][] = username ? [['Proxy-Authorization', `Basic ${credentials}`]] : [];
  const headers = [...request.headers, ...fields];
  return { ...followOptions({ ...request, headers }), hostname, host: hostname, port, path: request.url };
}

function optionsBy(proxying: Proxying, { proxy, ...request }: ClientRequest, own?: AgentsByScheme): object {
  if (proxy && proxying === 'by absolute URLs' && request.url.startsWith('http:')) return toProxy(request, proxy);
  return followOptions(request, proxy ? proxyAgents(proxy) : own);
}

const sendingBy = (proxying: Proxying, own?: AgentsByScheme): ClientSession => ({
  async send(request, context) {
    const options = optionsBy(proxying, request, own);
    const { response, body } = await requestByCallback<Followed>(modules, request, options, context);
    const { responseUrl, redirects } = response;
    return {
      status: response.statusCode ?? 0,
      headers: fieldsOf(response.headers),
      body,
      url: responseUrl,
      ...(redirects && {
        redirected: redirects.length > 1,
        history: redirects
          .slice(0, -1)
          .map(({ url, statusCode, headers }) => ({ url, status: statusCode, headers: fieldsOf(headers) })),
      }),
    };
  },
});

/** An adapter for follow-redirects. */
export const followRedirectsAdapter = (name: string, proxying: Proxying = 'by agents'): Client =>
  defineClient({
    name,
    version,
    capabilities: [
      'manual',
      'max-redirects',
      'on-redirect',
      'sensitive-headers',
      'stream-body',
      'header-list',
      'max-request-bytes',
      'auth',
      'unix-socket',
      'client-certificate',
      'abort',
      'agent',
      ...proxyCapabilities,
      'callers-objects',
    ],
    ...overAgents((own) => sendingBy(proxying, own)),
  });

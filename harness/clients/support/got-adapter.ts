import got, { type ExtendOptions } from 'got';
import { CookieJar } from 'tough-cookie';
import { type Client, type ClientRequest, defineClient, fromGot, type Send } from '../../adapter/index.ts';
import type { Capability } from '../../../suites/vocabulary/capability.ts';
import { oneConnection } from './one-connection.ts';
import { proxyAgents, proxyCapabilities } from './proxy-agents.ts';
import { versionOf } from './version.ts';

/** got repeats what failed as often as it does by default, but at once: how long it waits is not about redirects. */
const retry = { calculateDelay: ({ computedValue }: { readonly computedValue: number }) => Math.min(computedValue, 1) };

/** The options of got for what a scenario needs; the rest stays at its default. */
function optionsFor(needs: readonly Capability[]): { readonly options: ExtendOptions; readonly close: () => void } {
  const agents = needs.includes('agent') ? oneConnection() : undefined;
  return {
    options: {
      ...(needs.includes('cookie-jar') && { cookieJar: new CookieJar() }),
      ...(needs.includes('cache') && { cache: new Map() }),
      ...(agents && { agent: { http: agents.http, https: agents.https } }),
    },
    close: () => agents?.close(),
  };
}

/** A jar that has the cookies for the host of a URL: the option of got for cookies. */
function jarWith(cookies: NonNullable<ClientRequest['cookies']>, url: string): CookieJar {
  const jar = new CookieJar();
  for (const [name, value] of cookies) jar.setCookieSync(`${name}=${value}`, url);
  return jar;
}

/** Before version 12, got connected to sockets without being asked. */
const asksForSockets = 'enableUnixSockets' in got.defaults.options;

/** got takes the path of a socket in the URL, where it replaces the host. */
const throughSocket = (url: string, path: string): string => {
  const { pathname, search } = new URL(url);
  return `http://unix:${path}:${pathname}${search}`;
};

/** got has no proxy option: its agents connect through proxies. */
const sendBy =
  (options: ExtendOptions): Send =>
  ({ proxy, unixSocket, cookies, ...request }, context) => {
    const instance = got.extend({
      retry,
      ...options,
      ...(proxy && { agent: proxyAgents(proxy) }),
      ...(unixSocket && asksForSockets && { enableUnixSockets: true }),
      ...(cookies && { cookieJar: jarWith(cookies, request.url) }),
    });
    const url = unixSocket ? throughSocket(request.url, unixSocket) : request.url;
    return fromGot(instance).send({ ...request, url }, context);
  };

/** An adapter for got with these options of the caller. */
export function gotAdapter(name: string, defaults: ExtendOptions = {}): Client {
  const adapter = fromGot(got, { name, version: versionOf('got') });
  return defineClient({
    ...adapter,
    capabilities: [
      ...(adapter.capabilities ?? []),
      'cookie-jar',
      'cookies',
      'cache',
      'agent',
      ...proxyCapabilities,
      'unix-socket',
    ],
    send: sendBy(defaults),
    open({ needs }) {
      const { options, close } = optionsFor(needs);
      return { send: sendBy({ ...defaults, ...options }), close };
    },
  });
}

import { fetch } from 'undici';
import { defineClient, fromFetch, type FetchLike, type ProxySettings } from '../client.ts';
import { proxyDispatcher } from './proxy-dispatcher.ts';
import { versionOf } from './version.ts';

const version = versionOf('undici');

const fetchVia = (proxy: ProxySettings | undefined): FetchLike => {
  const dispatcher = proxy && { dispatcher: proxyDispatcher(proxy) };
  return (url, init) => (fetch as unknown as FetchLike)(url, { ...init, ...dispatcher });
};

const adapter = fromFetch('undici/fetch', version, fetchVia(undefined));

export default defineClient({
  ...adapter,
  capabilities: [...(adapter.capabilities ?? []), 'proxy'],
  send: ({ proxy, ...request }, options) => fromFetch('undici/fetch', version, fetchVia(proxy)).send(request, options),
});

import type { ProxySettings } from './client.ts';

/** Proxies as the environment variables that most clients read. */
export const toProxyEnvironment = ({ http, https, bypass }: ProxySettings) => ({
  http_proxy: http,
  ...(https !== undefined && { https_proxy: https }),
  no_proxy: bypass.join(),
});

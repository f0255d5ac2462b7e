import type { ProxySettings } from './client.ts';

/** Proxies in the variables by which most clients are told of them. */
export const toEnvironment = ({ http, https, bypass }: ProxySettings) => ({
  http_proxy: http,
  https_proxy: https,
  no_proxy: bypass.join(),
});

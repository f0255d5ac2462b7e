import { EnvHttpProxyAgent } from 'undici';
import type { ProxySettings } from '../../adapter/index.ts';

/** The dispatcher of undici that sends through proxies. */
export const proxyDispatcher = ({ http, https, bypass }: ProxySettings): EnvHttpProxyAgent =>
  new EnvHttpProxyAgent({ httpProxy: http, ...(https !== undefined && { httpsProxy: https }), noProxy: bypass.join() });

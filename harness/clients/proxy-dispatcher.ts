import { EnvHttpProxyAgent } from 'undici';
import type { ProxySettings } from '../client.ts';

/** What undici sends through proxies with. */
export const proxyDispatcher = ({ http, https, bypass }: ProxySettings): EnvHttpProxyAgent =>
  new EnvHttpProxyAgent({ httpProxy: http, httpsProxy: https, noProxy: bypass.join() });

import type { Dispatcher } from 'undici';
import type { ProxySettings } from '../../adapter/index.ts';
import { later, present } from './undici.ts';

/** The dispatcher of undici that sends through proxies. */
export function proxyDispatcher({ http, https, bypass }: ProxySettings): Dispatcher {
  const EnvHttpProxyAgent = present(later.EnvHttpProxyAgent);
  return new EnvHttpProxyAgent({ httpProxy: http, ...(https !== undefined && { httpsProxy: https }), noProxy: bypass.join() });
}

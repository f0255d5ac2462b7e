import http from 'node:http';
import https from 'node:https';
import { type ProxySettings, toProxyEnvironment } from '../../adapter/index.ts';

/** Agents of Node.js that connect through proxies, for clients without a proxy option. */
export function proxyAgents(proxy: ProxySettings): { readonly http: http.Agent; readonly https: https.Agent } {
  const proxyEnv = toProxyEnvironment(proxy);
  return { http: new http.Agent({ proxyEnv }), https: new https.Agent({ proxyEnv }) };
}

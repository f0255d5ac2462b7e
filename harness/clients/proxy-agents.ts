import http from 'node:http';
import https from 'node:https';
import { toEnvironment, type ProxySettings } from '../client.ts';

/** The agents of Node.js that go through proxies, for clients that leave proxies to their agents. */
export function proxyAgents(proxy: ProxySettings): { readonly http: http.Agent; readonly https: https.Agent } {
  const proxyEnv = toEnvironment(proxy);
  return { http: new http.Agent({ proxyEnv }), https: new https.Agent({ proxyEnv }) };
}

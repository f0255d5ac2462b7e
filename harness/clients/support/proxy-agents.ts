import http from 'node:http';
import https from 'node:https';
import type { Capability } from '../../../suites/vocabulary/capability.ts';
import { type ProxySettings, toProxyEnvironment } from '../../adapter/index.ts';
import { thisRuntime } from '../../this-runtime.ts';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

/** Older agents of Node.js ignore the option: they learned it in 24.5 and 22.21. */
const knowProxies = major > 24 || (major === 24 && minor >= 5) || (major === 22 && minor >= 21);

/** The agents of Deno use the proxy for http URLs for https URLs too, where those have none. */
const knowSchemes = thisRuntime.name !== 'deno';

/** What a client can do that leaves proxies to its agents. */
export const proxyCapabilities: readonly Capability[] = knowProxies
  ? ['proxy', ...(knowSchemes ? (['http-proxy-only'] as const) : [])]
  : [];

/** Agents of Node.js that connect through proxies, for clients without a proxy option. */
export function proxyAgents(proxy: ProxySettings): { readonly http: http.Agent; readonly https: https.Agent } {
  const proxyEnv = toProxyEnvironment(proxy);
  return { http: new http.Agent({ proxyEnv }), https: new https.Agent({ proxyEnv }) };
}

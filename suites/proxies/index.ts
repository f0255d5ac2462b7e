import type { Suite } from '../vocabulary/scenario.ts';
import { proxyCredentials } from './credentials.ts';
import { proxiedRequests } from './requests.ts';
import { proxyRoutes } from './routes.ts';
import { socksScenarios } from './socks.ts';
import { proxyTunnels } from './tunnels.ts';

export const proxiesSuite: Suite = {
  id: 'proxies',
  title: 'Forward proxies',
  scenarios: [...proxyRoutes, ...proxyCredentials, ...proxyTunnels, ...proxiedRequests, ...socksScenarios],
};

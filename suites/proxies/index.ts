import type { Suite } from '../vocabulary/scenario.ts';
import { credentials } from './credentials.ts';
import { requests } from './requests.ts';
import { routes } from './routes.ts';
import { tunnels } from './tunnels.ts';

export const proxies: Suite = {
  id: 'proxies',
  title: 'Forward proxies',
  scenarios: [...routes, ...credentials, ...tunnels, ...requests],
};

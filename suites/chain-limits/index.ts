import type { Suite } from '../vocabulary/scenario.ts';
import { defaults } from './defaults.ts';
import { limits } from './limits.ts';

export const chainLimits: Suite = {
  id: 'chain-limits',
  title: 'Chain limits',
  scenarios: [...defaults, ...limits],
};

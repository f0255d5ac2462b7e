import type { Suite } from '../vocabulary/scenario.ts';
import { defaults } from './defaults.ts';
import { callerLimits } from './limits.ts';

export const chainLimitsSuite: Suite = {
  id: 'chain-limits',
  title: 'Chain limits',
  scenarios: [...defaults, ...callerLimits],
};

import type { Suite } from '../vocabulary/scenario.ts';
import { byStatus } from './by-status.ts';
import { calls } from './calls.ts';
import { changes } from './changes.ts';
import { credentials } from './credentials.ts';
import { invalidation } from './invalidation.ts';
import { keys } from './keys.ts';
import { targets } from './targets.ts';

export const caching: Suite = {
  id: 'caching',
  title: 'Redirects and the cache',
  scenarios: [...byStatus, ...changes, ...keys, ...targets, ...invalidation, ...calls, ...credentials],
};

import type { Suite } from '../vocabulary/scenario.ts';
import { cachedStatuses } from './by-status.ts';
import { cachedModes } from './calls.ts';
import { changedRedirects } from './changes.ts';
import { cachedCredentials } from './credentials.ts';
import { invalidations } from './invalidation.ts';
import { cacheKeys } from './keys.ts';
import { cachedTargets } from './targets.ts';

export const cachingSuite: Suite = {
  id: 'caching',
  title: 'Redirects and the cache',
  scenarios: [
    ...cachedStatuses,
    ...changedRedirects,
    ...cacheKeys,
    ...cachedTargets,
    ...invalidations,
    ...cachedModes,
    ...cachedCredentials,
  ],
};

import type { Suite } from '../vocabulary/scenario.ts';
import { absolute, schemeAndPath } from './absolute.ts';
import { bases } from './bases.ts';
import { references } from './references.ts';

/** Where a Location leads to: the reference resolved against the URL that answered with it. */
export const locationResolution: Suite = {
  id: 'location-resolution',
  title: 'Relative Locations',
  scenarios: [...references, ...absolute, ...schemeAndPath, ...bases],
};

import type { Suite } from '../vocabulary/scenario.ts';
import { absoluteLocations, emptyQueries, schemeAndPath } from './absolute.ts';
import { authorityLocations } from './authorities.ts';
import { bases } from './bases.ts';
import { references } from './references.ts';

/** A Location is a reference. It is resolved against the URL that answered with it. */
export const locationResolutionSuite: Suite = {
  id: 'location-resolution',
  title: 'Relative Locations',
  scenarios: [...references, ...absoluteLocations, ...emptyQueries, ...schemeAndPath, ...authorityLocations, ...bases],
};

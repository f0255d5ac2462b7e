import type { Suite } from '../vocabulary/scenario.ts';
import { escapes } from './escapes.ts';
import { fields } from './fields.ts';
import { hosts } from './hosts.ts';
import { longLocations } from './long.ts';
import { malformedLocations } from './malformed.ts';
import { strangeOctets } from './octets.ts';
import { unfollowed } from './unfollowed.ts';

/** How a Location is spelled, well or badly. */
export const locationBytes: Suite = {
  id: 'location-bytes',
  title: 'Spellings of Location',
  scenarios: [...fields, ...strangeOctets, ...escapes, ...hosts, ...malformedLocations, ...longLocations, ...unfollowed],
};

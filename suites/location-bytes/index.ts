import type { Suite } from '../vocabulary/scenario.ts';
import { unusualCharacters } from './characters.ts';
import { validCharacters } from './valid-characters.ts';
import { escapes } from './escapes.ts';
import { locationFields } from './fields.ts';
import { hosts } from './hosts.ts';
import { longLocations } from './long.ts';
import { malformedLocations } from './malformed.ts';
import { unusualOctets } from './octets.ts';
import { sameOrOtherHost } from './same-host.ts';
import { unfollowed } from './unfollowed.ts';

/** Valid and invalid ways to write a Location. */
export const locationBytesSuite: Suite = {
  id: 'location-bytes',
  title: 'Spellings of Location',
  scenarios: [
    ...locationFields,
    ...unusualOctets,
    ...unusualCharacters,
    ...validCharacters,
    ...escapes,
    ...hosts,
    ...sameOrOtherHost,
    ...malformedLocations,
    ...longLocations,
    ...unfollowed,
  ],
};

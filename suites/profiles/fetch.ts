import type { Profile } from '../vocabulary/profile.ts';

/** The only standard that rules on every result, and so the default profile. */
export const fetchProfile: Profile = {
  name: 'fetch',
  title: 'Fetch Standard',
  authorities: ['common', 'fetch', 'rfc9110'],
};

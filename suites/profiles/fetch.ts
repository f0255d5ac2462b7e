import type { Profile } from '../vocabulary/profile.ts';

/** The only rule book that fixes every answer, hence the default. */
export const fetch: Profile = {
  name: 'fetch',
  title: 'Fetch Standard',
  authorities: ['common', 'fetch', 'rfc9110'],
};

import type { Profile } from '../vocabulary/profile.ts';

export const strictProfile: Profile = {
  name: 'strict',
  title: 'Strict',
  authorities: ['common', 'strict', 'fetch', 'rfc9110'],
};

import type { Profile } from '../vocabulary/profile.ts';

export const rfc9110Profile: Profile = {
  name: 'rfc9110',
  title: 'RFC 9110',
  authorities: ['common', 'rfc9110', 'convention'],
};

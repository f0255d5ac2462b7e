import type { Profile } from '../vocabulary/profile.ts';

export const adr016Profile: Profile = {
  name: 'adr-016',
  title: 'ADR-016',
  authorities: ['common', 'adr-016', 'rfc9110'],
};

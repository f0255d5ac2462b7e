import type { Profile } from '../vocabulary/profile.ts';
import { adr016Profile } from './adr-016.ts';
import { fetchProfile } from './fetch.ts';
import { rfc9110Profile } from './rfc9110.ts';
import { strictProfile } from './strict.ts';

/** The profiles of the suite. */
export const profiles: readonly Profile[] = [fetchProfile, rfc9110Profile, adr016Profile, strictProfile];

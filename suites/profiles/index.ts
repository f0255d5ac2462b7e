import type { Profile } from '../vocabulary/profile.ts';
import { adr016 } from './adr-016.ts';
import { fetch } from './fetch.ts';
import { rfc9110 } from './rfc9110.ts';
import { strict } from './strict.ts';

export const profiles: readonly Profile[] = [fetch, rfc9110, adr016, strict];

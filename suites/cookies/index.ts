import type { Suite } from '../vocabulary/scenario.ts';
import { callersCookies } from './callers.ts';
import { cookieGates } from './gates.ts';
import { sameSiteCookies } from './same-site.ts';
import { scopedCookies } from './scope.ts';
import { secureCookies } from './secure.ts';
import { storedCookies } from './stored.ts';
import { unusualCookies } from './unusual.ts';
import { withoutJar } from './without-a-jar.ts';

export const cookiesSuite: Suite = {
  id: 'cookies',
  title: 'Cookies',
  scenarios: [
    ...storedCookies,
    ...scopedCookies,
    ...secureCookies,
    ...sameSiteCookies,
    ...unusualCookies,
    ...callersCookies,
    ...cookieGates,
    ...withoutJar,
  ],
};

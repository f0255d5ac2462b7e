import type { Suite } from '../vocabulary/scenario.ts';
import { callers } from './callers.ts';
import { gates } from './gates.ts';
import { oddities } from './odd.ts';
import { sameSite } from './same-site.ts';
import { scope } from './scope.ts';
import { secure } from './secure.ts';
import { stored } from './stored.ts';
import { withoutAJar } from './without-a-jar.ts';

export const cookies: Suite = {
  id: 'cookies',
  title: 'Cookies',
  scenarios: [...stored, ...scope, ...secure, ...sameSite, ...oddities, ...callers, ...gates, ...withoutAJar],
};

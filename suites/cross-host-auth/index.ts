import type { Suite } from '../vocabulary/scenario.ts';
import { crossHostChains } from './chains.ts';
import { relations } from './relations.ts';
import { sameOrigin } from './same-origin.ts';

export const crossHostAuthSuite: Suite = {
  id: 'cross-host-auth',
  title: 'Credentials across hosts',
  scenarios: [...sameOrigin, ...relations, ...crossHostChains],
};

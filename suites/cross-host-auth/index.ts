import type { Suite } from '../vocabulary/scenario.ts';
import { chains } from './chains.ts';
import { relations } from './relations.ts';
import { sameOrigin } from './same-origin.ts';

export const crossHostAuth: Suite = {
  id: 'cross-host-auth',
  title: 'Credentials across hosts',
  scenarios: [...sameOrigin, ...relations, ...chains],
};

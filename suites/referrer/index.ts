import type { Suite } from '../vocabulary/scenario.ts';
import { made } from './made.ts';
import { policies } from './policies.ts';
import { written } from './written.ts';

export const referrer: Suite = {
  id: 'referrer',
  title: 'Referer and Origin',
  scenarios: [...made, ...policies, ...written],
};

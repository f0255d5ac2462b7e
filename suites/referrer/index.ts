import type { Suite } from '../vocabulary/scenario.ts';
import { generatedReferers } from './generated.ts';
import { referrerPolicies } from './policies.ts';
import { callersReferers } from './set-by-caller.ts';

export const referrerSuite: Suite = {
  id: 'referrer',
  title: 'Referer and Origin',
  scenarios: [...generatedReferers, ...referrerPolicies, ...callersReferers],
};

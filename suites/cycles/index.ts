import type { Suite } from '../vocabulary/scenario.ts';
import { endless } from './loops.ts';
import { revisits } from './revisits.ts';

export const cyclesSuite: Suite = {
  id: 'cycles',
  title: 'Cycles and revisits',
  scenarios: [...endless, ...revisits],
};

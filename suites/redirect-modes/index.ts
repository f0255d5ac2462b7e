import type { Suite } from '../vocabulary/scenario.ts';
import { byCall } from './calls.ts';
import { errorMode } from './error.ts';
import { manualMode } from './manual.ts';

export const redirectModes: Suite = {
  id: 'redirect-modes',
  title: 'Redirect modes',
  scenarios: [...manualMode, ...errorMode, ...byCall],
};

import type { Suite } from '../vocabulary/scenario.ts';
import { modePerCall } from './calls.ts';
import { errorMode } from './error.ts';
import { manualMode } from './manual.ts';

export const redirectModesSuite: Suite = {
  id: 'redirect-modes',
  title: 'Redirect modes',
  scenarios: [...manualMode, ...errorMode, ...modePerCall],
};

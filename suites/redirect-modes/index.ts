import type { Suite } from '../vocabulary/scenario.ts';
import { modePerCall } from './calls.ts';
import { errorMode } from './error.ts';
import { manualMode } from './manual.ts';
import { modesByMethodAndScheme } from './methods-and-schemes.ts';

export const redirectModesSuite: Suite = {
  id: 'redirect-modes',
  title: 'Redirect modes',
  scenarios: [...manualMode, ...errorMode, ...modesByMethodAndScheme, ...modePerCall],
};

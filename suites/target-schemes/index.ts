import type { Suite } from '../vocabulary/scenario.ts';
import { schemes } from './schemes.ts';
import { localSockets } from './sockets.ts';

/** Locations whose scheme is not http or https. */
export const targetSchemesSuite: Suite = {
  id: 'target-schemes',
  title: 'Targets that are not http',
  scenarios: [...schemes, ...localSockets],
};

import type { Suite } from '../vocabulary/scenario.ts';
import { schemes } from './schemes.ts';

/** Locations that lead out of HTTP. */
export const targetSchemes: Suite = { id: 'target-schemes', title: 'Targets that are not http', scenarios: schemes };

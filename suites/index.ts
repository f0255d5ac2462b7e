import { methodMatrix } from './method-matrix/index.ts';
import type { Suite } from './vocabulary/scenario.ts';

/** The catalogue, in the order in which it is read. */
export const suites: readonly Suite[] = [methodMatrix];

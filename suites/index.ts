import { chainLimits } from './chain-limits/index.ts';
import { crossHostAuth } from './cross-host-auth/index.ts';
import { cycles } from './cycles/index.ts';
import { methodMatrix } from './method-matrix/index.ts';
import { missingLocation } from './missing-location/index.ts';
import { s3ErrorBodies } from './s3-error-bodies/index.ts';
import type { Suite } from './vocabulary/scenario.ts';

/** The catalogue, in the order in which it is read. */
export const suites: readonly Suite[] = [methodMatrix, crossHostAuth, cycles, chainLimits, missingLocation, s3ErrorBodies];

import { z } from 'zod';
import type { Shape } from './shape.ts';

/** The value of a fact in an observation, or why there is none. The same under every profile. */
export const findingSchema = z.union([
  z.strictObject({ value: z.string() }),
  z.strictObject({
    none: z.enum(['no such request', 'given not met', 'capability', 'transport', 'servers', 'call failed', 'harness fault']),
    because: z.string(),
  }),
]);
export type Finding = Shape<typeof findingSchema>;

/** A finding in one line: its value, or why there is none. */
export const textOfFinding = (finding: Finding): string =>
  'value' in finding ? finding.value : `${finding.none}: ${finding.because}`;

import { z } from 'zod';
import type { Shape } from './shape.ts';

/** How a client is known to deviate: a check, or those of the checks that a glob matches where it has this finding. */
export const knownDeviationSchema = z.strictObject({
  finding: z.string().describe('What the client does, exactly as the report shows it.'),
  count: z.int().positive().describe('How many checks have this finding, if that should be exact.').exactOptional(),
  reason: z.string().min(1, 'a reason in plain words is needed').describe('Why, in plain words.'),
  link: z.url().describe('The issue upstream, if there is one.').exactOptional(),
  expires: z.iso.date().describe('The day on which the entry ends.').exactOptional(),
});
export interface KnownDeviation extends Shape<typeof knownDeviationSchema> {}

/** What fails a run: a missed must only, or a missed should too. */
export const failOnLevels = ['must', 'should'] as const;
export type FailOn = (typeof failOnLevels)[number];

/** A list of known deviations. An exact check id takes precedence over a glob. */
export const knownDeviationsSchema = z.strictObject({
  $schema: z.string().exactOptional(),
  version: z.literal(1),
  profile: z.string().describe('The profile under which they deviate.'),
  failOn: z.enum(failOnLevels).describe('The gate for which the list was made.'),
  catalogue: z
    .int()
    .positive()
    .describe('The version of the catalogue for which the list was made. Checks that were added later do not fail the run.')
    .exactOptional(),
  clients: z
    .record(z.string(), z.record(z.string(), knownDeviationSchema))
    .describe('By column id, then by check id or glob over check ids.'),
});
export interface KnownDeviations extends Shape<typeof knownDeviationsSchema> {}

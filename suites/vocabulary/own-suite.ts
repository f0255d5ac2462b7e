import { z } from 'zod';
import { ownCheckSchema } from './check.ts';
import { scenarioSchema } from './scenario.ts';
import type { Shape } from './shape.ts';

/** Begins the ids of users' own suites. No suite of the catalogue has such an id, so that neither can collide with the other. */
const OWN_ID = /^house(-[a-z0-9]+)*$/;

const ownScenarioSchema = scenarioSchema.omit({ covers: true }).extend({
  id: z
    .string()
    .regex(
      /^house(-[a-z0-9]+)*\/[A-Za-z0-9._-]+$/,
      'Invalid id: expected the id of the suite, a slash and a name, such as house/reports',
    )
    .describe('The id of the suite, a slash and a name: `house/reports`.'),
  checks: z
    .array(ownCheckSchema)
    .describe('Default: how each call settles and ends, and what arrives at each place; without rulings.')
    .exactOptional(),
});

/** A suite of a user's own, as a file. */
export const ownSuiteFileSchema = z.strictObject({
  $schema: z.string().describe('The JSON Schema, for editors.').exactOptional(),
  id: z
    .string()
    .regex(OWN_ID, 'Invalid id: expected house, or house- and a name, such as house-reports')
    .describe('`house`, or `house-` and a name.'),
  title: z.string().describe('The same for headings. Default: the id.').exactOptional(),
  scenarios: z.array(ownScenarioSchema).min(1),
});
export interface OwnSuiteFile extends Shape<typeof ownSuiteFileSchema> {}

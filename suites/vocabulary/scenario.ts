import { z } from 'zod';
import { routesSchema } from './answer.ts';
import { callSchema } from './call.ts';
import { capabilityNames } from './capability.ts';
import { checkSchema } from './check.ts';
import { originNameSchema } from './origin.ts';
import { ordinalSchema, type Shape } from './shape.ts';

const edgeSchema = z.strictObject({
  at: originNameSchema.describe('The origin that clients ask.'),
  origin: originNameSchema.describe('The origin that the edge server asks; its routes say what it answers.'),
});

const eventSchema = z.strictObject({
  beforeCall: ordinalSchema.describe('The call before which it happens.'),
  title: z.string(),
  seconds: z.int().describe('By how much the clock of the edge server goes on.').exactOptional(),
  invalidate: z
    .string()
    .regex(/^\/[^*]*\*?$/, 'expected a path, such as /old, or its beginning and *, such as /old/*')
    .describe('What the edge server forgets: a path, or a beginning and `*`.')
    .exactOptional(),
});

/** Something that happens between two calls. */
export interface ScenarioEvent extends Shape<typeof eventSchema> {}

/** One redirect situation: what origins serve, what the caller asks, and which facts are checked. Pure JSON. */
export const scenarioSchema = z.strictObject({
  id: z.string().describe('`suite/name`; never renamed, never reused.'),
  title: z.string(),
  routes: routesSchema,
  calls: z.array(callSchema).describe('Made one after the other, unless `atOnce`.'),
  atOnce: z.literal(true).describe('The calls are made at once.').exactOptional(),
  edge: edgeSchema
    .describe('An edge server with a cache, as CloudFront is one: it relays redirects and does not follow them.')
    .exactOptional(),
  events: z.array(eventSchema).describe('What happens between the calls.').exactOptional(),
  needs: z
    .array(z.enum(capabilityNames))
    .describe('Capabilities that no part of a call implies, such as a cookie jar.')
    .exactOptional(),
  alsoListening: z
    .array(originNameSchema)
    .describe('Origins without a route that also listen, so that a request there is recorded.')
    .exactOptional(),
  covers: z.array(z.string()).describe('Known behaviours that it exercises, by their row in the coverage.').exactOptional(),
  checks: z.array(checkSchema),
});
export interface Scenario extends Shape<typeof scenarioSchema> {}

/** What happened in steps, one scenario each, and is shown as one table. */
const storySchema = z.strictObject({
  title: z.string(),
  url: z.url().describe('Where it is told.'),
  steps: z.array(
    z.strictObject({
      scenario: z.string(),
      title: z.string(),
      says: z.string().describe('What those who tell it say of this step.'),
    }),
  ),
});
export interface Story extends Shape<typeof storySchema> {}

/** A family of scenarios that a user selects and reads together. */
export const suiteSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  scenarios: z.array(scenarioSchema),
  story: storySchema.exactOptional(),
});
export interface Suite extends Shape<typeof suiteSchema> {}

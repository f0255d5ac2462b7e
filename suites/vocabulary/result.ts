import { z } from 'zod';
import { capabilityNames } from './capability.ts';
import { findingSchema } from './finding.ts';
import { observationSchema } from './observation.ts';
import { profileSchema } from './profile.ts';
import { requirementSchema } from './requirement.ts';
import { suiteSchema } from './scenario.ts';
import type { Shape } from './shape.ts';
import { verdicts } from './verdict.ts';

/** How requests reach the servers: over loopback sockets, or intercepted by MSW inside the driver. */
export const transports = ['wire', 'msw'] as const;
export type Transport = (typeof transports)[number];

const columnSchema = z.object({
  id: z.string().describe('`package[/flavour][@version][+configuration][~msw]`'),
  transport: z.enum(transports),
  name: z.string(),
  version: z.string(),
  runtime: z.string(),
  capabilities: z.array(z.enum(capabilityNames)),
  notes: z
    .array(z.string())
    .describe('What a reader should know about the client or its adapter before the verdicts.')
    .exactOptional(),
});

/** A client in one configuration, as a column of the matrix. */
export interface Column extends Shape<typeof columnSchema> {}

const checkResultSchema = z.object({
  finding: findingSchema,
  verdicts: z.record(z.string(), z.enum(verdicts)).describe('By profile.'),
});

/** What came of one check: the finding, and the verdict of each profile on it. */
export interface CheckResult extends Shape<typeof checkResultSchema> {}

const cellSchema = z.object({
  column: z.string(),
  scenario: z.string(),
  observation: observationSchema
    .describe('Absent where the scenario could not be run; then every finding says why.')
    .exactOptional(),
  checks: z.record(z.string(), checkResultSchema).describe('By check id.'),
  fault: z.string().describe('Harness or adapter broke: every verdict is `error`, and this says what happened.').exactOptional(),
});

/** One scenario run against one client. */
export interface Cell extends Shape<typeof cellSchema> {}

const selectionSchema = z.object({
  suites: z.array(z.string()).describe('Globs over the ids of suites.').exactOptional(),
  scenarios: z.array(z.string()).describe('Globs over the ids of scenarios.').exactOptional(),
  shard: z.string().describe('`2/3`: the second of three parts, split by id and the same in every run.').exactOptional(),
});

/** Which part of the catalogue is run. */
export interface Selection extends Shape<typeof selectionSchema> {}

const runHeaderSchema = z.object({
  tool: z.object({ name: z.string(), version: z.string() }),
  runtime: z.string(),
  profile: z.string().describe('The profile that gated the run. Verdicts are stored for every profile.'),
  transports: z.array(z.enum(transports)),
  selection: selectionSchema.describe('Absent if the whole catalogue was run.').exactOptional(),
  startedAt: z.iso.datetime().describe('The only thing in which two runs of the same things differ.'),
});
export interface RunHeader extends Shape<typeof runHeaderSchema> {}

const shareSchema = z.object({ covered: z.int(), rows: z.int() });

/** How many of so many rows are covered. */
export interface Share extends Shape<typeof shareSchema> {}

const catalogueCoverageSchema = z.object({
  behaviours: z.array(z.object({ group: z.string(), portable: shareSchema, client: shareSchema, browser: shareSchema })),
  requirements: z.array(z.object({ topic: z.string(), ...shareSchema.shape })),
});

/** What the whole catalogue covers of what is known about redirects: behaviours by group and tier, requirements by topic. */
export interface CatalogueCoverage extends Shape<typeof catalogueCoverageSchema> {}

/** The whole of a run: everything that reports are made of. */
export const resultsSchema = z.object({
  version: z.literal(1),
  run: runHeaderSchema,
  profiles: z.array(profileSchema),
  requirements: z.record(z.string(), requirementSchema),
  suites: z.array(suiteSchema),
  columns: z.array(columnSchema),
  cells: z.array(cellSchema),
  coverage: catalogueCoverageSchema.describe('Of the catalogue, whatever part of it was run.'),
});
export interface Results extends Shape<typeof resultsSchema> {}

import { mocks } from './mock.ts';
import { z } from 'zod';
import { capabilityNames } from './capability.ts';
import { findingSchema } from './finding.ts';
import { failOnLevels, knownDeviationSchema } from './known.ts';
import { observationSchema } from './observation.ts';
import { profileSchema } from './profile.ts';
import { requirementSchema } from './requirement.ts';
import { suiteSchema } from './scenario.ts';
import type { Shape } from './shape.ts';
import { verdicts } from './verdict.ts';

/** How requests reach the servers: over loopback sockets, or intercepted by MSW inside the driver. */
export const transports = ['wire', ...mocks] as const;
export type Transport = (typeof transports)[number];

export const columnSchema = z.object({
  id: z.string().describe('`package[/flavour][@version][+configuration][~msw[+http]|~nock|~mock-agent]`'),
  client: z.string().describe('What `--client` names it by.'),
  transport: z.enum(transports),
  name: z.string(),
  version: z.string(),
  runtime: z.string(),
  capabilities: z.array(z.enum(capabilityNames)),
  notes: z
    .array(z.string())
    .describe('What a reader should know about the client or its adapter before the verdicts.')
    .exactOptional(),
  failOn: z.enum(failOnLevels).describe('What counts as a deviation.').exactOptional(),
  known: z
    .record(z.string(), knownDeviationSchema)
    .describe('The known deviations of the client, by check id or glob.')
    .exactOptional(),
});

/** A client in one configuration, as a column of the matrix. */
export interface Column extends Shape<typeof columnSchema> {}

const checkResultSchema = z.object({
  finding: findingSchema,
  verdicts: z.record(z.string(), z.enum(verdicts)).describe('By profile.'),
  known: z.string().describe('The entry among the known deviations of the column that describes this result.').exactOptional(),
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
  answeredBy: z.literal('nginx').describe('Only scenarios of which nginx gives an answer.').exactOptional(),
  shard: z.string().describe('`2/3`: the second of three parts, split by id and the same in every run.').exactOptional(),
});

/** Which part of the catalogue is run. */
export interface Selection extends Shape<typeof selectionSchema> {}

const runHeaderSchema = z.object({
  tool: z.object({
    name: z.string(),
    version: z.string(),
    command: z.string().describe('What starts it: options follow after it.'),
  }),
  runtime: z.string(),
  profile: z.string().describe('The profile that gated the run. Verdicts are stored for every profile.'),
  transports: z.array(z.enum(transports)),
  nginx: z
    .string()
    .describe('The version of the nginx that gave the answers which it can give. Absent if none was asked.')
    .exactOptional(),
  selection: selectionSchema.describe('Absent if the whole catalogue was run.').exactOptional(),
  startedAt: z.iso.datetime().describe('The only thing in which two runs of the same things differ.'),
  catalogue: z.int().describe('The version of the catalogue: a number that grows with every check that is added.'),
  partial: z
    .enum(['interrupted', 'stopped early'])
    .describe('Why not everything that was selected has run, if so.')
    .exactOptional(),
});
export interface RunHeader extends Shape<typeof runHeaderSchema> {}

/**
 * A failure that is not known; a finding that is not as in earlier results; an entry of the known deviations that is out
 * of date; a failure of a check that is new in the catalogue.
 */
export const unexpectedKinds = ['regression', 'flaky', 'changed', 'stale', 'new'] as const;

const unexpectedSchema = z.object({
  column: z.string(),
  kind: z
    .enum(unexpectedKinds)
    .describe('Only `new` does not fail the run. `flaky`: the scenario was run again alone, and had another finding.'),
  check: z.string().describe('The id of the check, or the glob of an entry.'),
  finding: z.string().exactOptional(),
  why: z.string(),
  cause: z
    .enum(['gone', 'count', 'expired'])
    .describe('What is wrong with an entry: it describes nothing any more, its count is wrong, or it has expired.')
    .exactOptional(),
  count: z.int().describe('The right count of an entry.').exactOptional(),
});

/** A result that the known deviations do not describe. */
export interface Unexpected extends Shape<typeof unexpectedSchema> {}

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
  version: z.literal(2),
  run: runHeaderSchema,
  profiles: z.array(profileSchema),
  requirements: z.record(z.string(), requirementSchema),
  suites: z.array(suiteSchema),
  columns: z.array(columnSchema),
  cells: z.array(cellSchema),
  unexpected: z.array(unexpectedSchema),
  coverage: catalogueCoverageSchema.describe('Of the catalogue, whatever part of it was run.'),
});
export interface Results extends Shape<typeof resultsSchema> {}

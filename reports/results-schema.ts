import { z } from 'zod';
import { errorClasses, type ThrownError } from '../suites/vocabulary/observation.ts';
import { proxies } from '../suites/vocabulary/origin.ts';
import { transports } from '../suites/vocabulary/result.ts';
import { capabilities } from '../suites/vocabulary/scenario.ts';
import { verdicts } from '../suites/vocabulary/verdict.ts';
import { checkOf, headerFields, jsonSchemaText, originName, profile, requirement } from './schema-pieces.ts';

const bytes = z.union([
  z.strictObject({ length: z.int(), text: z.string() }),
  z.strictObject({ length: z.int(), base64: z.base64() }),
  z.strictObject({ length: z.int(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
]);

const thrownError: z.ZodType<ThrownError> = z.strictObject({
  name: z.string(),
  message: z.string(),
  code: z.string().exactOptional(),
  get cause() {
    return thrownError.exactOptional();
  },
});

const outcome = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('response'),
    status: z.int(),
    headers: headerFields,
    body: bytes,
    url: z.string().exactOptional(),
    redirected: z.boolean().exactOptional(),
    history: z.array(z.strictObject({ status: z.int(), url: z.string(), headers: headerFields.exactOptional() })).exactOptional(),
  }),
  z.strictObject({ kind: z.literal('error'), class: z.enum(errorClasses), error: thrownError }),
  z.strictObject({ kind: z.literal('non-error'), thrown: z.string() }),
  z.strictObject({ kind: z.literal('hung') }),
  z.strictObject({ kind: z.literal('crashed'), how: z.string() }),
]);

const recordedRequest = z.strictObject({
  origin: originName,
  connection: z.int().nullable(),
  httpVersion: z.enum(['1.1', '2']).nullable(),
  head: z.string().nullable(),
  method: z.string(),
  target: z.string(),
  via: z.strictObject({ proxy: z.enum(proxies), tunnel: z.boolean() }).exactOptional(),
  tunnelTo: originName.exactOptional(),
  headers: headerFields,
  body: bytes,
  complete: z.boolean(),
  serverName: z.string().exactOptional(),
  answeredBy: z.strictObject({ place: z.string(), case: z.int() }).exactOptional(),
});

const finding = z.union([
  z.strictObject({ value: z.string() }),
  z.strictObject({
    none: z.enum(['no such request', 'given not met', 'capability', 'transport', 'call failed']),
    because: z.string(),
  }),
]);

const cell = z.strictObject({
  column: z.string(),
  scenario: z.string(),
  observation: z
    .strictObject({
      requests: z.array(recordedRequest),
      outcomes: z.array(outcome),
      blocked: z.array(z.string()),
      exit: z.enum(['ends', 'stays']).exactOptional(),
      told: z.array(z.strictObject({ call: z.int(), status: z.int(), url: z.string() })).exactOptional(),
      leftOpen: z.partialRecord(originName, z.int()).exactOptional(),
    })
    .exactOptional(),
  checks: z.record(z.string(), z.strictObject({ finding, verdicts: z.record(z.string(), z.enum(verdicts)) })),
  fault: z.string().exactOptional(),
});

/** A fact is told apart by its kind; the rest names places, calls and fields. */
const fact = z.looseObject({ kind: z.string() });

const scenario = z.looseObject({
  id: z.string(),
  title: z.string(),
  routes: z.record(z.string(), z.unknown()),
  calls: z.array(z.looseObject({ method: z.string(), url: z.string() })),
  checks: z.array(checkOf(fact)),
});

const share = z.strictObject({ covered: z.int(), rows: z.int() });

/** The shape of `results.json`. */
export const resultsSchema = z.strictObject({
  version: z.literal(1),
  run: z.strictObject({
    tool: z.strictObject({ name: z.string(), version: z.string() }),
    runtime: z.string(),
    profile: z.string(),
    transports: z.array(z.enum(transports)),
    startedAt: z.iso.datetime(),
  }),
  profiles: z.array(profile),
  requirements: z.record(z.string(), requirement),
  suites: z.array(z.strictObject({ id: z.string(), title: z.string(), scenarios: z.array(scenario) })),
  columns: z.array(
    z.strictObject({
      id: z.string(),
      transport: z.enum(transports),
      name: z.string(),
      version: z.string(),
      runtime: z.string(),
      capabilities: z.array(z.enum(capabilities)),
    }),
  ),
  cells: z.array(cell),
  coverage: z
    .strictObject({
      behaviours: z.array(z.strictObject({ group: z.string(), portable: share, client: share, browser: share })),
      requirements: z.array(share.extend({ topic: z.string() })),
    })
    .describe('What the whole catalogue covers of what is known about redirects.'),
});

/** The published JSON Schema of `results.json`, as text. */
export function resultsJsonSchema(): string {
  return jsonSchemaText('Results of redirect-conformance, version 1', resultsSchema);
}

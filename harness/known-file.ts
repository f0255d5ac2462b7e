import { join } from 'node:path';
import { z } from 'zod';
import type { KnownDeviations } from '../suites/vocabulary/known.ts';
import { readJson } from './read-json.ts';

const knownDeviation = z.strictObject({
  finding: z.string().min(1),
  reason: z.string().min(1, 'a reason in plain words is needed'),
  count: z.int().positive().exactOptional(),
  link: z.url().exactOptional(),
  expires: z.iso.date().exactOptional(),
});

const knownDeviations: z.ZodType<KnownDeviations> = z.strictObject({
  $schema: z.string().exactOptional(),
  version: z.literal(1),
  profile: z.string(),
  failOn: z.enum(['must', 'should']),
  clients: z.record(z.string(), z.record(z.string(), knownDeviation)),
});

/** The default name of a user's own file, in the current folder. */
export const DEFAULT_KNOWN_FILE = 'redirect-conformance.known.json';

/** Where the known deviations of a bundled client are kept: one file per package. */
export function bundledKnownFile(columnId: string): string {
  const [name = ''] = columnId.split(/[/~]/);
  return join(import.meta.dirname, '..', 'reports', 'known', `${name}.json`);
}

/** Reads a file of known deviations. Throws a UsageError that says what is wrong with it. */
export function readKnownDeviations(file: string): KnownDeviations {
  return readJson(file, knownDeviations, 'list of known deviations');
}

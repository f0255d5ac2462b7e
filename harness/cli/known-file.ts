import { join } from 'node:path';
import { type KnownDeviations, knownDeviationsSchema } from '../../suites/vocabulary/known.ts';
import { root } from '../installation.ts';
import { readJson } from './read-json.ts';

/** The default name of a user's own file, in the current folder. */
export const DEFAULT_KNOWN_FILE = 'redirect-conformance.known.json';

/** Where the known deviations of a bundled client are: one file for each package, beside its adapter. */
export function bundledKnownFile(columnId: string): string {
  const [name = ''] = columnId.split(/[/~+]/);
  return join(root, 'harness/clients/known', `${name}.json`);
}

/** Reads a file of known deviations. Throws a UsageError that says what is wrong with it. */
export function readKnownDeviations(file: string): KnownDeviations {
  return readJson(file, knownDeviationsSchema, 'list of known deviations');
}

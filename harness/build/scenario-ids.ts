import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const file = join(import.meta.dirname, '../../suites/scenario-ids.txt');

/** The ids of all scenarios that were ever part of the catalogue. Ids are permanent: a line is never changed or removed. */
export const listedIds = (): readonly string[] => readFileSync(file, 'utf8').trim().split('\n');

/** Adds ids to the list. */
export function addIds(ids: readonly string[]): void {
  writeFileSync(file, `${[...new Set([...listedIds(), ...ids])].toSorted().join('\n')}\n`);
}

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckId } from '../../suites/vocabulary/check.ts';
import { root } from '../installation.ts';

const file = join(root, 'suites/check-ids.txt');

/** A line is the id of a scenario and the names of checks that were added to it. Ids are permanent: a line is never changed, moved or removed. */
const readLines = (): readonly string[] => readFileSync(file, 'utf8').trim().split('\n');

function idsIn(line: string): readonly CheckId[] {
  const [scenario, ...names] = line.split(' ');
  return names.map((name) => `${scenario}#${name}`);
}

/** The ids of all checks that were ever part of the catalogue, oldest first. */
export const listedChecks = (): readonly CheckId[] => readLines().flatMap(idsIn);

/** The version of the catalogue: a number that grows with every check that is added. */
export const catalogueVersion = (): number => readLines().length;

/** The ids of the checks that were added after a version of the catalogue. */
export const checksAddedSince = (version: number): readonly CheckId[] => readLines().slice(version).flatMap(idsIn);

/** Adds the ids that are not listed yet to the end of the list. */
export function listChecks(ids: readonly CheckId[]): void {
  const listed = new Set(listedChecks());
  const missing = ids.filter((id) => !listed.has(id)).map((id) => id.split('#') as [scenario: string, name: string]);
  const byScenario = Map.groupBy(missing, ([scenario]) => scenario);
  const lines = [...byScenario].map(([scenario, added]) => [scenario, ...added.map(([, name]) => name)].join(' '));
  writeFileSync(file, [...readLines(), ...lines, ''].join('\n'));
}

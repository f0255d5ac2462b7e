import { profiles } from '../../suites/profiles/index.ts';
import { checkId, type CheckId } from '../../suites/vocabulary/check.ts';
import type { JobResult } from './cross-product-worker.ts';
import type { Mutant } from './mutant.ts';
import { allScenarios } from '../../suites/index.ts';
import { type FailedCheck, mustsOn } from './trial.ts';

const suiteOf = (text: string): string => text.split('/', 1).join();

/** Pads the cells of a table to columns. Numbers are aligned to the right. */
function toTable(rows: readonly (readonly (string | number)[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => `${row[column]}`.length)));
  return rows.map((row) =>
    row
      .map((cell, column) =>
        typeof cell === 'number' ? `${cell}`.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
}

function countBySuite(ids: readonly CheckId[]): string {
  const counts = Object.entries(Object.groupBy(ids, suiteOf)).map(([suite, list = []]) => ({ suite, count: list.length }));
  return counts
    .toSorted((one, other) => other.count - one.count)
    .map(({ suite, count }) => `${suite} ${count}`)
    .join(', ');
}

const mustOf = (id: CheckId, authority: string): string => `${id} by ${authority}`;

/** Every pair of a check and an authority whose must decides on it under a profile. */
function allMusts(): ReadonlySet<string> {
  return new Set(
    profiles.flatMap((profile) =>
      allScenarios.flatMap((scenario) =>
        scenario.checks.flatMap((check) => {
          const id = checkId(scenario.id, check);
          return mustsOn(id, check, profile).map(({ authority }) => mustOf(id, authority));
        }),
      ),
    ),
  );
}

const missedIn = (failed: readonly FailedCheck[]): ReadonlySet<string> =>
  new Set(failed.flatMap(({ id, missed }) => missed.map(({ authority }) => mustOf(id, authority))));

/** How many checks each mutant fails in the whole catalogue, and in which suites. */
export const failureTable = (results: readonly JobResult[]): readonly string[] =>
  toTable([
    ['mutant', 'profile', 'failed', 'by suite'],
    ...results.map(({ mutant, profile, failed }) => [mutant, profile, failed.length, countBySuite(failed.map(({ id }) => id))]),
  ]);

/** Which musts of single checks are failed by a witness, by other checks only, and by no mutant. */
export function mustTable(mutants: readonly Mutant[], results: readonly JobResult[]): readonly string[] {
  const ofWitnesses = results.flatMap(({ mutant, failed }) => {
    const witnesses = mutants.find(({ name }) => name === mutant)?.witnesses ?? {};
    return failed.filter(({ id, profile }) => witnesses[profile]?.includes(id));
  });
  const byWitnesses = missedIn(ofWitnesses);
  const byProduct = missedIn(results.flatMap(({ failed }) => failed));
  const count = (label: string, list: readonly string[]): readonly (string | number)[] => {
    const inProduct = list.filter((must) => byProduct.has(must));
    const inWitnesses = list.filter((must) => byWitnesses.has(must));
    return [label, list.length, inWitnesses.length, inProduct.length - inWitnesses.length, list.length - inProduct.length];
  };
  const musts = [...allMusts()];
  return [
    'Musts of single checks, each with its authority:',
    ...toTable([
      ['suite', 'all', 'failed by a witness', 'by other checks only', 'by no mutant'],
      ...Object.entries(Object.groupBy(musts, suiteOf)).map(([suite, list = []]) => count(suite, list)),
      count('total', musts),
    ]),
    ...musts.filter((must) => !byProduct.has(must)).map((must) => `by no mutant: ${must}`),
  ];
}

import type { CheckId } from '../../../suites/vocabulary/check.ts';
import type { CheckResult } from '../../../suites/vocabulary/result.ts';
import { selectColumns } from '../../cli/columns.ts';
import type { Interruption } from '../../cli/interruption.ts';
import { planColumns } from '../../cli/plan-run.ts';
import { execute } from '../../cli/run.ts';
import { underRuntimes } from '../../cli/runtimes/under-runtimes.ts';
import { UsageError } from '../../cli/usage-error.ts';
import type { ColumnSetup } from '../../run/column-run.ts';
import type { KnownFault } from './known-fault.ts';

/** What came of checks. */
export type Checks = Readonly<Record<CheckId, CheckResult>>;

/** The same by column. */
export type Outcomes = ReadonlyMap<string, Checks>;

/** The client of a column, and the runtime if it is not that of the project. */
export function partsOf(name: string): { readonly client: string; readonly runtime?: string } {
  const [, client = name, runtime] = /^(.+?)(?:\+(\w+@.+))?$/.exec(name) ?? [];
  return { client, ...(runtime !== undefined && { runtime }) };
}

/** The package or the runtime whose releases are compared: rows that share it are run together. */
export const subjectOf = (name: string): string => name.replaceAll(/@[\w.-]+/g, '');

/** The columns that a row names; they are installed if need be. Throws a UsageError. */
async function columnsNamed(name: string): Promise<readonly ColumnSetup[]> {
  const { client, runtime } = partsOf(name);
  return underRuntimes(await selectColumns([client], ['wire']), runtime === undefined ? undefined : [runtime]);
}

const scenarioOf = (check: CheckId): string => check.slice(0, check.indexOf('#'));

/** Runs the scenarios of some faults on the releases of both kinds. What cannot be installed or run has no outcomes, and is said on stderr. */
export async function runFaults(faults: readonly KnownFault[], interruption: Interruption): Promise<Outcomes> {
  const names = [...new Set(faults.flatMap(({ vulnerable, fixed }) => [vulnerable, fixed]))];
  const columns: ColumnSetup[] = [];
  for (const name of names) {
    try {
      // One after the other: npm takes all cores for each.
      // oxlint-disable-next-line no-await-in-loop
      columns.push(...(await columnsNamed(name)));
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      console.error(error.message);
    }
  }
  if (columns.length === 0) return new Map();
  const scenario = [...new Set(faults.map(({ check }) => scenarioOf(check)))];
  const planned = await planColumns(columns, { scenario });
  const { results } = await execute({ ...planned, ownTests: false, isQuiet: true, output: '', reports: [] }, interruption);
  const cells = Map.groupBy(results?.cells ?? [], ({ column }) => column);
  return new Map([...cells].map(([column, own]) => [column, Object.assign({}, ...own.map(({ checks }) => checks)) as Checks]));
}

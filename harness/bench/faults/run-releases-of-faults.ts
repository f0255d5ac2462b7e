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

/** The columns of these names. What cannot be installed is said on stderr, and left out. */
async function columnsFor(names: readonly string[]): Promise<readonly ColumnSetup[]> {
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
  return columns;
}

type Planned = Awaited<ReturnType<typeof planColumns>>;

/** The scenarios of the faults of one client, on the releases of both kinds. */
async function planFaults(faults: readonly KnownFault[]): Promise<Planned> {
  const columns = await columnsFor([...new Set(faults.flatMap(({ vulnerable, fixed }) => [vulnerable, fixed]))]);
  return planColumns(columns, { scenario: [...new Set(faults.map(({ check }) => scenarioOf(check)))] });
}

/** Runs the scenarios of faults on the releases of both kinds, each client only its own. A release that cannot be installed has no outcomes. */
export async function runFaults(faults: readonly KnownFault[], interruption: Interruption): Promise<Outcomes> {
  const plans: Planned[] = [];
  for (const [subject, own] of Map.groupBy(faults, ({ vulnerable }) => subjectOf(vulnerable))) {
    console.error(`${subject}: ${own.length} rows`);
    // Each may install releases, as above.
    // oxlint-disable-next-line no-await-in-loop
    plans.push(await planFaults(own));
  }
  const [first] = plans;
  const columns = plans.flatMap((plan) => plan.columns);
  if (!first || columns.length === 0) return new Map();
  const plan = { ...first, columns, ownTests: false, isQuiet: true, output: '', reports: [] } as const;
  const { results } = await execute(plan, interruption);
  const cells = Map.groupBy(results?.cells ?? [], ({ column }) => column);
  return new Map([...cells].map(([column, own]) => [column, Object.assign({}, ...own.map(({ checks }) => checks)) as Checks]));
}

import { existsSync } from 'node:fs';
import { profiles as ownProfiles } from '../suites/profiles/index.ts';
import { suites } from '../suites/index.ts';
import type { FailOn, KnownDeviation, KnownDeviations } from '../suites/vocabulary/known.ts';
import type { Transport } from '../suites/vocabulary/result.ts';
import { bundledColumns, selectColumns, type ColumnPlan } from './columns.ts';
import { bundledKnownFile, DEFAULT_KNOWN_FILE, readKnownDeviations } from './known-file.ts';
import { KnownList } from './known-list.ts';
import { readProfile } from './read-profile.ts';
import type { RunPlan } from './run-plan.ts';
import { selectScenarios } from './select-scenarios.ts';
import { userPath } from './user-path.ts';

/** What the command line asks for; everything is optional. */
export interface RunOptions {
  readonly client?: readonly string[];
  readonly transport?: readonly Transport[];
  /** Name or file. */
  readonly profile?: string;
  readonly suite?: readonly string[];
  readonly scenario?: readonly string[];
  readonly shard?: string;
  readonly known?: string;
  readonly failOn?: FailOn;
  readonly output?: string;
}

/** The known deviations that speak of a column: those asked for, those of the project, or those in the user's folder. */
function knownFileFor(column: ColumnPlan, asked: string | undefined): string | undefined {
  if (asked !== undefined) return userPath(asked);
  const file = column.bundled ? bundledKnownFile(column.id) : userPath(DEFAULT_KNOWN_FILE);
  return existsSync(file) ? file : undefined;
}

interface Gate {
  readonly failOn: FailOn;
  readonly known: Readonly<Record<string, KnownDeviation>>;
  /** Why known deviations do not count, if so. */
  readonly note?: string;
}

/** Known deviations speak of one profile and one gate; under another they do not apply. */
function gateFor({ id }: ColumnPlan, list: KnownDeviations | undefined, profile: string, asked: FailOn | undefined): Gate {
  const failOn = asked ?? list?.failOn ?? 'must';
  const known = list?.clients[id] ?? {};
  if (!list || (list.profile === profile && list.failOn === failOn)) return { failOn, known };
  const note = `the known deviations of ${id} are about --profile=${list.profile} --fail-on=${list.failOn}, and do not count here`;
  return { failOn, known: {}, ...(Object.keys(known).length > 0 && { note }) };
}

const isWholeRun = ({ client, suite, scenario, shard, transport }: RunOptions): boolean =>
  [client, suite, scenario, shard, transport].every((option) => option === undefined);

/** Turns what was asked for into a plan. Throws a UsageError where something asked for does not exist or is not valid. */
export async function planRun(options: RunOptions): Promise<RunPlan> {
  const { client, transport, suite, scenario, shard } = options;
  const ownTests = isWholeRun(options);
  const transports = transport ?? (ownTests ? (['wire', 'msw'] as const) : (['wire'] as const));
  const scenarios = selectScenarios({
    ...(suite && { suites: suite }),
    ...(scenario && { scenarios: scenario }),
    ...(shard && { shard }),
  });
  const columns = client ? await selectColumns(client, transports) : bundledColumns(transports);
  const lists = new Map(
    columns.map((column) => {
      const file = knownFileFor(column, options.known);
      return [column, file === undefined ? undefined : readKnownDeviations(file)] as const;
    }),
  );
  const [firstList] = lists.values();
  const profile = readProfile(options.profile ?? firstList?.profile ?? 'fetch');
  const profiles = ownProfiles.some(({ name }) => name === profile.name) ? ownProfiles : [...ownProfiles, profile];
  const catalogue = suites.flatMap((each) => each.scenarios);
  const gates = columns.map((column) => ({ column, ...gateFor(column, lists.get(column), profile.name, options.failOn) }));
  for (const { known } of gates) new KnownList(known).refuseAmbiguity(catalogue);
  return {
    columns: gates.map(({ column, failOn, known }) => {
      return { column, scenarios: scenarios.map(({ id }) => id), profiles, profile: profile.name, failOn, known };
    }),
    profiles,
    profile: profile.name,
    ownTests,
    output: userPath(options.output ?? 'conformance-report'),
    notes: gates.flatMap(({ note }) => note ?? []),
  };
}

import { existsSync } from 'node:fs';
import { profiles as ownProfiles } from '../../suites/profiles/index.ts';
import { suites } from '../../suites/index.ts';
import { KnownList } from '../../suites/judging/known-list.ts';
import type { FailOn, KnownDeviation, KnownDeviations } from '../../suites/vocabulary/known.ts';
import type { Profile } from '../../suites/vocabulary/profile.ts';
import type { Transport } from '../../suites/vocabulary/result.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import type { ColumnRun, ColumnSetup } from '../run/column-run.ts';
import { bundledColumns, selectColumns, type Start } from './columns.ts';
import { bundledKnownFile, DEFAULT_KNOWN_FILE, readKnownDeviations } from './known-file.ts';
import { readProfile } from './read-profile.ts';
import { selectScenarios } from './select-scenarios.ts';
import { UsageError } from './usage-error.ts';
import { userPath } from './user-path.ts';

/** What the command line asks for. */
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

/** The file of known deviations for a column: the one asked for, that of the project, or the one in the user's folder. */
function knownFileFor(column: ColumnSetup, asked: string | undefined): string | undefined {
  if (asked !== undefined) return userPath(asked);
  const file = column.bundled ? bundledKnownFile(column.id) : userPath(DEFAULT_KNOWN_FILE);
  return existsSync(file) ? file : undefined;
}

/** A whole run, as the command line asks for it. */
export interface RunPlan {
  readonly columns: readonly ColumnRun[];
  readonly profiles: readonly Profile[];
  readonly profile: Profile['name'];
  /** Whether the project's own tests run too. */
  readonly ownTests: boolean;
  /** Whether every scenario of the catalogue is selected. */
  readonly wholeCatalogue: boolean;
  /** Folder that results and reports are written to. */
  readonly output: string;
  /** What the user should know before the run, one line each. */
  readonly notes: readonly string[];
}

interface Gate {
  readonly failOn: FailOn;
  readonly known: Readonly<Record<string, KnownDeviation>>;
  /** Why known deviations do not apply, if so. */
  readonly note?: string;
}

/** Known deviations are for one profile and one gate; under another they do not apply. */
function gateFor({ id }: ColumnSetup, list: KnownDeviations | undefined, profile: string, asked: FailOn | undefined): Gate {
  const failOn = asked ?? list?.failOn ?? 'must';
  const known = list?.clients[id] ?? {};
  if (!list || (list.profile === profile && list.failOn === failOn)) return { failOn, known };
  const note = `the known deviations of ${id} are for --profile=${list.profile} --fail-on=${list.failOn}, so they do not apply here`;
  return { failOn, known: {}, ...(Object.keys(known).length > 0 && { note }) };
}

/** Throws a UsageError if two globs match one check. */
function refuseAmbiguity(known: Gate['known'], catalogue: readonly Scenario[]): void {
  const ambiguity = new KnownList(known).ambiguity(catalogue);
  if (ambiguity !== undefined) throw new UsageError(`known deviations: ${ambiguity}`);
}

const isWholeRun = ({ client, suite, scenario, shard, transport }: RunOptions): boolean =>
  [client, suite, scenario, shard, transport].every((option) => option === undefined);

/** Turns options into a plan. Throws a UsageError if something that is asked for does not exist or is not valid. */
export async function planRun(options: RunOptions, start?: Start): Promise<RunPlan> {
  const { client, transport, suite, scenario, shard } = options;
  const ownTests = isWholeRun(options);
  const transports = transport ?? (ownTests ? (['wire', 'msw'] as const) : (['wire'] as const));
  const scenarios = selectScenarios({
    ...(suite && { suites: suite }),
    ...(scenario && { scenarios: scenario }),
    ...(shard && { shard }),
  });
  const columns = client ? await selectColumns(client, transports, start) : bundledColumns(transports);
  const lists = new Map(
    columns.map((column) => {
      const file = knownFileFor(column, options.known);
      return [column, file === undefined ? undefined : readKnownDeviations(file)] as const;
    }),
  );
  const [firstList] = lists.values();
  const profile =
    options.profile === undefined && firstList
      ? readProfile(firstList.profile, `profile ${firstList.profile} of the known deviations`)
      : readProfile(options.profile ?? 'fetch');
  const profiles = ownProfiles.some(({ name }) => name === profile.name) ? ownProfiles : [...ownProfiles, profile];
  const catalogue = suites.flatMap((each) => each.scenarios);
  const gates = columns.map((column) => ({ column, ...gateFor(column, lists.get(column), profile.name, options.failOn) }));
  for (const { known } of gates) refuseAmbiguity(known, catalogue);
  return {
    columns: gates.map(({ column, failOn, known }) => {
      return { column, scenarios: scenarios.map(({ id }) => id), profiles, profile: profile.name, failOn, known };
    }),
    profiles,
    profile: profile.name,
    ownTests,
    wholeCatalogue: scenarios.length === catalogue.length,
    output: userPath(options.output ?? 'conformance-report'),
    notes: gates.flatMap(({ note }) => note ?? []),
  };
}

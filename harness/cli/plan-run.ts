import { existsSync } from 'node:fs';
import { profiles as ownProfiles } from '../../suites/profiles/index.ts';
import { checkIdsOf, suitesWith } from '../../suites/index.ts';
import type { CheckId } from '../../suites/vocabulary/check.ts';
import { wireIdOf } from '../../suites/vocabulary/column-id.ts';
import { KnownList } from '../../suites/judging/known-list.ts';
import type { Findings } from '../../suites/judging/unexpected.ts';
import type { FailOn, KnownDeviation, KnownDeviations } from '../../suites/vocabulary/known.ts';
import type { PlannedReport } from '../../reports/write-reports.ts';
import type { Profile } from '../../suites/vocabulary/profile.ts';
import type { Suite } from '../../suites/vocabulary/scenario.ts';
import { nameOfMock } from '../../suites/vocabulary/mock.ts';
import type { Results, Cell, Selection, Transport } from '../../suites/vocabulary/result.ts';
import { installedBrowsers, missingFor } from '../browser/find-browser.ts';
import { languageClients } from '../clients/languages.ts';
import { startProcess } from '../drivers/process-driver.ts';
import { isClone, toolCommand } from '../installation.ts';
import { findNginx, HOW_TO_INSTALL, type InstalledNginx } from '../nginx/find-nginx.ts';
import type { ColumnRun, ColumnSetup } from '../run/column-run.ts';
import { bundledColumns, notesOnAbsent, selectColumns, type Start } from './columns.ts';
import { bundledKnownFile, DEFAULT_KNOWN_FILE, readKnownDeviations } from './known-file.ts';
import { type LanguageColumns, languageColumns } from './languages/language-columns.ts';
import { type OwnFiles, readOwnSuites, refuseUnknownRequirements } from './own-suites.ts';
import { planReports, refuseUnwritable } from './plan-reports.ts';
import { readProfile } from './read-profile.ts';
import { underRuntimes } from './runtimes/under-runtimes.ts';
import { readResults } from './read-results.ts';
import { checksAddedSince } from '../build/check-ids.ts';
import { selectScenarios } from './select-scenarios.ts';
import { UsageError } from './usage-error.ts';
import { userPath } from './user-path.ts';

/** What the command line asks for. */
export interface RunOptions extends OwnFiles {
  readonly client?: readonly string[];
  readonly transport?: readonly Transport[];
  /** Runtimes as `node@20`. Default: that of this program. */
  readonly runtime?: readonly string[];
  /** The server that gives the answers which it can give, instead of our own servers. */
  readonly servers?: 'nginx';
  /** Name or file. */
  readonly profile?: string;
  readonly suite?: readonly string[];
  readonly scenario?: readonly string[];
  readonly shard?: string;
  readonly known?: string;
  readonly failOn?: FailOn;
  readonly output?: string;
  /** Formats as `name`, `name:file` or `no-name`, beside those that are used by default. */
  readonly reporter?: readonly string[];
  readonly bail?: number;
  /** Results of an earlier run. */
  readonly against?: string;
  /** Whether the run is to write the known deviations: then their file may be missing. */
  readonly blesses?: boolean;
}

/** The file of known deviations for a column: the one asked for, that of the project, or the one in the user's folder. */
export function knownFileFor({ bundled, id }: ColumnSetup, asked: string | undefined): string {
  if (asked !== undefined) return userPath(asked);
  return bundled ? bundledKnownFile(id) : userPath(DEFAULT_KNOWN_FILE);
}

/** The known deviations that apply to a column, if there are any. Throws a UsageError for a file that is not valid. */
function knownDeviationsOf(
  column: ColumnSetup,
  { known: asked, blesses }: RunOptions,
  columns: readonly ColumnSetup[],
): KnownDeviations | undefined {
  const file = knownFileFor(column, asked);
  if (!existsSync(file) && (asked === undefined || blesses)) return undefined;
  const list = readKnownDeviations(file);
  if (!column.bundled || asked !== undefined) refuseUnknownClients(list, file, columns);
  return list;
}

/** A whole run, as the command line asks for it. */
export interface RunPlan {
  readonly columns: readonly ColumnRun[];
  /** The catalogue, and the suites of the user. */
  readonly suites: readonly Suite[];
  readonly profiles: readonly Profile[];
  readonly profile: Profile['name'];
  /** Whether the project's own tests run too. */
  readonly ownTests: boolean;
  /** Whether the numbers of passed and failed tests are left out of the output. */
  readonly isQuiet?: true;
  /** The nginx that is started for it. */
  readonly nginx?: InstalledNginx;
  /** Which scenarios were asked for. */
  readonly selection: Selection;
  /** Whether every scenario is selected. */
  readonly wholeCatalogue: boolean;
  /** Folder that results and reports are written to. */
  readonly output: string;
  readonly reports: readonly PlannedReport[];
  /** The results that it is compared with. */
  readonly earlier?: Results;
  /** What the user should know before the run, one line each. */
  readonly notes: readonly string[];
}

interface Gate {
  readonly failOn: FailOn;
  readonly known: Readonly<Record<string, KnownDeviation>>;
  readonly added: readonly CheckId[];
  /** Why known deviations do not apply, if so. */
  readonly note?: string;
}

/** Known deviations are for one profile and one gate; under another they do not apply. */
function gateFor({ id }: ColumnSetup, list: KnownDeviations | undefined, profile: string, asked: FailOn | undefined): Gate {
  const failOn = asked ?? list?.failOn ?? 'must';
  const known = list?.clients[id] ?? {};
  const added = list?.catalogue === undefined ? [] : checksAddedSince(list.catalogue);
  if (!list || (list.profile === profile && list.failOn === failOn)) return { failOn, known, added };
  const note = `the known deviations of ${id} are for --profile=${list.profile} --fail-on=${list.failOn}, so they do not apply here`;
  return { failOn, known: {}, added: [], ...(Object.keys(known).length > 0 && { note }) };
}

/** Throws a UsageError if two globs have the same finding for one check. */
function refuseAmbiguity(known: Gate['known'], checks: readonly CheckId[]): void {
  const ambiguity = new KnownList(known).ambiguity(checks);
  if (ambiguity !== undefined) throw new UsageError(`known deviations: ${ambiguity}`);
}

/** Throws a UsageError if a user's list names a client that the run does not have: it would never apply. */
function refuseUnknownClients({ clients }: KnownDeviations, file: string, columns: readonly ColumnSetup[]): void {
  const names = columns.map(({ id }) => wireIdOf(id));
  const unknown = Object.keys(clients).find((id) => !names.includes(wireIdOf(id)));
  if (unknown !== undefined) {
    throw new UsageError(`${file}: no column is named ${unknown}; this run has ${[...new Set(names)].join(', ')}`);
  }
}

/** The results of an earlier run. Throws a UsageError if it has none of these columns. */
function readEarlier(file: string, columns: readonly ColumnSetup[]): Results {
  const results = readResults(file);
  const { columns: earlier } = results;
  const ids = columns.map(({ id }) => id);
  if (!earlier.some(({ id }) => ids.includes(id))) {
    const known = earlier.map(({ id }) => id).join(', ');
    throw new UsageError(`--against=${file}: it has no results of ${ids.join(', ')}, only of ${known}`);
  }
  return results;
}

/** Its findings, by column. */
function findingsByColumn({ cells }: Results): ReadonlyMap<string, Findings> {
  const byColumn = Map.groupBy(cells, ({ column }) => column);
  return new Map([...byColumn].map(([column, own]) => [column, findingsIn(own)]));
}

const findingsIn = (cells: readonly Cell[]): Findings =>
  Object.fromEntries(
    cells.flatMap(({ checks }) =>
      Object.entries(checks).flatMap(([id, { finding }]) => ('value' in finding ? [[id, finding.value] as const] : [])),
    ),
  );

/** Whether the project's own tests run too. */
const isWholeRun = ({ client, scenarios, suite, scenario, shard, transport, runtime, servers }: RunOptions): boolean =>
  isClone && [client, scenarios, suite, scenario, shard, transport, runtime, servers].every((option) => option === undefined);

/** The scenarios, rules and known deviations with which columns are run, with these suites of the user's own. Throws a UsageError as `planRun` does. */
export async function planColumns(
  columns: readonly ColumnSetup[],
  options: RunOptions,
  ownSuites?: ReadonlyMap<string, Suite>,
): Promise<Omit<RunPlan, 'ownTests' | 'output' | 'reports'>> {
  const { suite, scenario, shard, bail, servers } = options;
  const selection: Selection = {
    ...(suite && { suites: suite }),
    ...(scenario && { scenarios: scenario }),
    ...(shard && { shard }),
    ...(servers && !suite && !scenario && { answeredBy: servers }),
  };
  const own = ownSuites ?? (await readOwnSuites(options));
  const suites = suitesWith(own.values());
  const all = suites.flatMap(({ scenarios }) => scenarios);
  const selected = selectScenarios(selection, suites);
  const lists = new Map(columns.map((column) => [column, knownDeviationsOf(column, options, columns)] as const));
  const [firstList] = lists.values();
  const profile =
    options.profile === undefined && firstList
      ? readProfile(firstList.profile, all, `profile ${firstList.profile} of the known deviations`)
      : readProfile(options.profile ?? 'fetch', all);
  refuseUnknownRequirements(own, profile);
  const profiles = ownProfiles.some(({ name }) => name === profile.name) ? ownProfiles : [...ownProfiles, profile];
  const shared = {
    ...(own.size > 0 && { ownSuites: [...own.values()] }),
    scenarios: selected.map(({ id }) => id),
    profiles,
    profile: profile.name,
    ...(bail !== undefined && { bail }),
  };
  const gates = columns.map((column) => ({ column, ...gateFor(column, lists.get(column), profile.name, options.failOn) }));
  const checks = checkIdsOf(suites);
  for (const { known } of gates) refuseAmbiguity(known, checks);
  const earlier = options.against === undefined ? undefined : readEarlier(options.against, columns);
  const findings = earlier && findingsByColumn(earlier);
  return {
    ...(earlier && { earlier }),
    columns: gates.map(({ column, failOn, known, added }) => {
      const before = findings?.get(column.id);
      return { ...shared, column, failOn, known, added, ...(before && { before }) };
    }),
    suites,
    profiles,
    profile: profile.name,
    selection,
    wholeCatalogue: selected.length === all.length,
    notes: gates.flatMap(({ note }) => note ?? []),
  };
}

/** The columns of a run that names no client, and why others are left out: those of npm, and of other languages as far as the machine has them. */
async function everyColumn(transports: readonly Transport[], start: Start = startProcess): Promise<LanguageColumns> {
  const wanted = transports.includes('wire') ? languageClients.filter(({ inEveryRun }) => inEveryRun) : [];
  const { columns, skipped } = await languageColumns(wanted, start, { gating: true });
  if (process.env['LANGUAGES'] === 'required' && skipped[0] !== undefined)
    throw new UsageError(`LANGUAGES=required: ${skipped[0]}`);
  return { columns: [...bundledColumns(transports), ...columns], skipped };
}

/** The nginx that gives answers in this run. Throws a UsageError if it is not installed, or cannot take part. */
function nginxAsked({ servers, transport = [] }: RunOptions): InstalledNginx | undefined {
  if (!servers) return undefined;
  const mock = transport.find((each) => each !== 'wire');
  if (mock) throw new UsageError(`--servers=nginx needs --transport=wire: ${nameOfMock[mock]} answers before any server`);
  const nginx = findNginx();
  if (!nginx) throw new UsageError(`--servers=nginx: no nginx is found; ${HOW_TO_INSTALL}`);
  return nginx;
}

/** Who names a browser wants it to take part. Throws a UsageError if it is among what is left out. */
function refuseAbsentBrowsers(absent: readonly string[]): void {
  for (const browser of installedBrowsers) {
    const missing = missingFor(browser);
    const note = missing !== undefined && absent.find((each) => each.endsWith(missing));
    if (note && process.env[browser.variable]) throw new UsageError(`${browser.variable} is set, but ${note}`);
  }
}

/** Turns options into a plan. Throws a UsageError if something that is asked for does not exist or is not valid. */
export async function planRun(options: RunOptions, start?: Start): Promise<RunPlan> {
  const { client, transport, reporter = [] } = options;
  const output = userPath(options.output ?? 'conformance-report');
  const reports = planReports(reporter, output);
  const nginx = nginxAsked(options);
  const ownTests = isWholeRun(options);
  if (!client && !isClone) throw new UsageError(`no client is named; use --client=./my-client.ts, or \`${toolCommand} init\``);
  const transports = transport ?? (ownTests ? (['wire', 'msw'] as const) : (['wire'] as const));
  const { columns: selected, skipped } = client
    ? { columns: await selectColumns(client, transports, start), skipped: [] }
    : await everyColumn(transports, start);
  const columns = await underRuntimes(selected, options.runtime);
  const planned = await planColumns(columns, options);
  const absent = notesOnAbsent(client);
  refuseAbsentBrowsers(absent);
  refuseUnwritable(output, reports);
  const notes = [...skipped, ...absent, ...planned.notes];
  return { ...planned, ownTests, output, reports, notes, ...(nginx && { nginx }) };
}

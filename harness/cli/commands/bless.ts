import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import type { Command } from 'commander';
import { bless as blessEntries, type Acceptance } from '../../../suites/judging/bless.ts';
import type { KnownDeviations } from '../../../suites/vocabulary/known.ts';
import type { Results } from '../../../suites/vocabulary/result.ts';
import { writeWhole } from '../../../reports/write-whole.ts';
import { commaList } from '../comma-list.ts';
import { isInteractive } from '../is-interactive.ts';
import { catalogueVersion } from '../../build/check-ids.ts';
import type { CommandLineOptions } from '../options.ts';
import { optionsWithConfig } from '../options-with-config.ts';
import { readKnownDeviations } from '../known-file.ts';
import { knownFileFor, planRun, type RunPlan } from '../plan-run.ts';
import { execute } from '../run.ts';
import { UsageError } from '../usage-error.ts';

interface BlessOptions extends CommandLineOptions {
  readonly reason?: string;
  readonly prune?: boolean;
  readonly check?: readonly string[];
}

async function askForReason(): Promise<string> {
  using questions = createInterface({ input: process.stdin, output: process.stdout });
  const reason = await questions.question('Why does the client deviate? ');
  if (reason.trim() === '') throw new UsageError('bless wrote nothing: a reason is needed');
  return reason.trim();
}

/** The files of a run, each with the ids of its columns. */
function columnsByFile({ columns }: RunPlan, known: string | undefined): ReadonlyMap<string, readonly string[]> {
  const groups = Map.groupBy(columns, ({ column }) => knownFileFor(column, known));
  return new Map([...groups].map(([file, members]) => [file, members.map(({ column }) => column.id)]));
}

interface Rewritten {
  readonly list: KnownDeviations;
  readonly changes: readonly string[];
}

/** The list of a file after the unexpected results of these columns were accepted. */
function rewrite(before: KnownDeviations, ids: readonly string[], { unexpected }: Results, acceptance: Acceptance): Rewritten {
  const blessed = ids.map((id) => {
    const own = unexpected.filter(({ column }) => column === id);
    return { id, ...blessEntries(before.clients[id] ?? {}, own, acceptance) };
  });
  const isUpToDate = acceptance.checks === undefined && Object.keys(before.clients).every((id) => ids.includes(id));
  const clients = {
    ...before.clients,
    ...Object.fromEntries(blessed.flatMap(({ id, entries }) => (Object.keys(entries).length > 0 ? [[id, entries]] : []))),
  };
  const emptied = blessed.filter(({ entries }) => Object.keys(entries).length === 0).map(({ id }) => id);
  return {
    list: {
      ...before,
      ...(isUpToDate && { catalogue: catalogueVersion() }),
      clients: Object.fromEntries(Object.entries(clients).filter(([id]) => !emptied.includes(id))),
    },
    changes: blessed.flatMap(({ id, changes }) => changes.map((change) => `${id}  ${change}`)),
  };
}

async function blessRun({ reason: given, prune = false, check: checks, ...options }: BlessOptions): Promise<void> {
  if (given === undefined && !prune && !isInteractive()) throw new UsageError('bless needs --reason=<text>, --prune, or both');
  const runOptions = await optionsWithConfig(options);
  if (!runOptions.client) throw new UsageError('bless needs --client=<names>');
  const plan = await planRun({ ...runOptions, blesses: true });
  if (plan.notes.length > 0) throw new UsageError(plan.notes.join('; '));
  const reporter = await execute(plan);
  const { results } = reporter;
  if (reporter.faulty || !results || results.run.partial !== undefined) {
    throw new UsageError('bless wrote nothing: the run cannot be trusted; see above');
  }
  const isNew = results.unexpected.some(({ kind }) => kind !== 'stale');
  const reason = given ?? (isNew && isInteractive() ? await askForReason() : undefined);
  const acceptance: Acceptance = { prune, ...(reason !== undefined && { reason }), ...(checks && { checks }) };
  const failOn = plan.columns[0]?.failOn ?? 'must';
  const empty: KnownDeviations = { version: 1, profile: plan.profile, failOn, clients: {} };
  for (const [file, ids] of columnsByFile(plan, runOptions.known)) {
    const { list, changes } = rewrite(existsSync(file) ? readKnownDeviations(file) : empty, ids, results, acceptance);
    writeWhole(file, `${JSON.stringify(list, null, 2)}\n`);
    console.log([...changes, `${changes.length} changes in ${file}`].join('\n'));
  }
  // vitest has set it because tests failed; here they have been accepted.
  process.exitCode = 0;
}

/** `bless`: runs clients, and writes what they do to the known deviations. */
export function addBless(program: Command): void {
  program
    .command('bless')
    .description('run clients, and accept what they do as known deviations')
    .option('--client <names>', 'as in a run', commaList)
    .option('--transport <names>', 'as in a run')
    .option('--profile <name>', 'as in a run')
    .option('--fail-on <level>', 'as in a run')
    .option('--known <file>', 'the file to write; default as in a run')
    .option('--config <file>', 'as in a run')
    .option('--output <dir>', 'as in a run')
    .option('--reason <text>', 'why the client deviates; for every entry that is added or changed')
    .option('--prune', 'remove entries that describe nothing any more')
    .option('--check <globs>', 'accept only these checks or entries', commaList)
    .action((_, command: Command) => blessRun(command.optsWithGlobals<BlessOptions>()));
}

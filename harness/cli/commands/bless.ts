import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import { type Acceptance, blessList } from '../../../suites/judging/bless.ts';
import type { KnownDeviations } from '../../../suites/vocabulary/known.ts';
import { counted } from '../../../suites/wording/counted.ts';
import { writeWhole } from '../../../reports/write-whole.ts';
import { clientList } from '../client-list.ts';
import { commaList } from '../comma-list.ts';
import { ask, isInteractive } from '../prompt.ts';
import { catalogueVersion } from '../../build/check-ids.ts';
import { baseOption, type CommandLineOptions, scenariosOption } from '../options.ts';
import { optionsWithConfig } from '../options-with-config.ts';
import { readKnownDeviations } from '../known-file.ts';
import { knownFileFor, planRun, type RunPlan } from '../plan-run.ts';
import { beginRun, execute } from '../run.ts';
import { UsageError } from '../usage-error.ts';

interface BlessOptions extends CommandLineOptions {
  readonly reason?: string;
  readonly prune?: boolean;
  readonly check?: readonly string[];
}

async function askForReason(): Promise<string> {
  const reason = await ask('Why does the client deviate? ');
  if (reason === '') throw new UsageError('bless wrote nothing: a reason is needed');
  return reason;
}

/** The files of a run, each with the ids of its columns. */
function columnsByFile({ columns }: RunPlan, known: string | undefined): ReadonlyMap<string, readonly string[]> {
  const groups = Map.groupBy(columns, ({ column }) => knownFileFor(column, known));
  return new Map([...groups].map(([file, members]) => [file, members.map(({ column }) => column.id)]));
}

/** The list in a file, or an empty one. Throws a UsageError if it is for another profile or gate: its entries would not apply. */
function listIn(file: string, { profile, columns }: RunPlan): KnownDeviations {
  const failOn = columns[0]?.failOn ?? 'must';
  if (!existsSync(file)) return { version: 1, profile, failOn, clients: {} };
  const list = readKnownDeviations(file);
  if (list.profile === profile && list.failOn === failOn) return list;
  throw new UsageError(
    `${file} is for --profile=${list.profile} --fail-on=${list.failOn}, not for --profile=${profile} --fail-on=${failOn}`,
  );
}

async function blessRun({ reason: given, prune = false, check: checks, ...options }: BlessOptions): Promise<void> {
  if (given === undefined && !prune && !isInteractive()) throw new UsageError('bless needs --reason=<text>, --prune, or both');
  const runOptions = await optionsWithConfig(options);
  if (!runOptions.client) throw new UsageError('bless needs --client=<names>');
  const interruption = beginRun();
  const plan = await planRun({ ...runOptions, blesses: true });
  const files = columnsByFile(plan, runOptions.known);
  const lists = new Map([...files.keys()].map((file) => [file, listIn(file, plan)]));
  const reporter = await execute(plan, interruption);
  const { results } = reporter;
  if (reporter.faulty || !results || results.run.partial !== undefined) {
    throw new UsageError('bless wrote nothing: the run cannot be trusted; see above');
  }
  const { unexpected } = results;
  const isNew = unexpected.some(({ kind }) => kind !== 'stale');
  const reason = given ?? (isNew && isInteractive() ? await askForReason() : undefined);
  const acceptance: Acceptance = { prune, ...(reason !== undefined && { reason }), ...(checks && { checks }) };
  for (const [file, before] of lists) {
    const { list, changes } = blessList(
      before,
      { columns: files.get(file) ?? [], unexpected, catalogue: catalogueVersion() },
      acceptance,
    );
    writeWhole(file, `${JSON.stringify(list, null, 2)}\n`);
    console.log([...changes, `${counted(changes.length, 'change')} in ${file}`].join('\n'));
  }
  // vitest has set it because tests failed; here they have been accepted.
  process.exitCode = 0;
}

/** `bless`: runs clients, and writes what they do to the known deviations. */
export function addBless(program: Command): void {
  program
    .command('bless')
    .description('run clients, and accept what they do as known deviations')
    .option('--client <names>', 'as in a run', clientList)
    .addOption(scenariosOption())
    .addOption(baseOption())
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

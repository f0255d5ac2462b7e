import { availableParallelism } from 'node:os';

import { Readable } from 'node:stream';
import type { Command } from 'commander';
import { reproductionOf } from '../../../reports/reproduction/reproduction.ts';
import { allScenarios } from '../../../suites/index.ts';
import type { Cell, Column, Results } from '../../../suites/vocabulary/result.ts';
import { clientList } from '../client-list.ts';
import { selectColumns } from '../columns.ts';
import { commaList } from '../comma-list.ts';
import type { ExitCode } from '../exit-code.ts';
import { projectFolder } from '../installed.ts';
import { planColumns } from '../plan-run.ts';
import { type Agreement, agreement } from '../reproduce/agreement.ts';
import { beginRun, execute } from '../run.ts';
import { UsageError } from '../usage-error.ts';

interface ReproduceOptions {
  readonly client?: readonly string[];
  readonly scenario?: readonly string[];
  readonly check?: boolean;
}

/** A cell of a run, and its script or why there is none. */
interface Reproduced {
  readonly cell: Cell;
  readonly reproduction: ReturnType<typeof reproductionOf>;
}

const scenarioById = new Map(allScenarios.map((scenario) => [scenario.id, scenario]));

function reproduced(cell: Cell, columns: readonly Column[]): readonly Reproduced[] {
  const column = columns.find(({ id }) => id === cell.column);
  const scenario = scenarioById.get(cell.scenario);
  if (!column || !scenario || !cell.observation) return [];
  return [{ cell, reproduction: reproductionOf(scenario, { name: column.client, version: column.version }) }];
}

async function resultsOf({ client, scenario }: ReproduceOptions): Promise<Results | undefined> {
  if (!client) throw new UsageError('reproduce needs --client=<names>, such as --client=axios');
  const interruption = beginRun();
  const columns = await selectColumns(client, ['wire']);
  const planned = await planColumns(columns, { ...(scenario && { scenario }), profile: 'fetch' });
  const { results } = await execute({ ...planned, ownTests: false, isQuiet: true, output: '', reports: [] }, interruption);
  return results;
}

type Tried = Agreement | { readonly none: string };

const tryOne = async ({ cell, reproduction }: Reproduced): Promise<Tried> =>
  'none' in reproduction ? reproduction : agreement(reproduction, cell.observation!, projectFolder());

/** Runs every script, and says which show something else than the harness saw. */
async function check(all: readonly Reproduced[]): Promise<ExitCode> {
  const counts = { agree: 0, differ: 0, none: 0 };
  const tried = Readable.from(all).map(async (each: Reproduced) => ({ each, result: await tryOne(each) }), {
    concurrency: availableParallelism(),
  });
  for await (const { each, result } of tried as AsyncIterable<{ each: Reproduced; result: Tried }>) {
    if (result === 'agrees') counts.agree++;
    else if ('none' in result) counts.none++;
    else {
      counts.differ++;
      console.log(`${each.cell.column} ${each.cell.scenario}: ${result.differs}\n`);
    }
  }
  console.log(
    `${counts.agree} scripts show what the harness saw, ${counts.differ} do not; ${counts.none} scenarios have no script`,
  );
  return counts.differ > 0 ? 1 : 0;
}

function print(all: readonly Reproduced[]): ExitCode {
  const [only, ...more] = all;
  if (!only || more.length > 0)
    throw new UsageError('reproduce prints the script of one scenario and one client; with --check it tries many');
  const { cell, reproduction } = only;
  if ('none' in reproduction) throw new UsageError(`${cell.scenario} has no script: ${reproduction.none}`);
  console.log(reproduction.script);
  return 0;
}

async function reproduce(options: ReproduceOptions): Promise<ExitCode> {
  const results = await resultsOf(options);
  if (!results) return 2;
  const all = results.cells.flatMap((cell) => reproduced(cell, results.columns));
  return options.check ? check(all) : print(all);
}

/** `reproduce`: a script that shows what a client does, without this project. */
export function addReproduce(program: Command): void {
  program
    .command('reproduce')
    .description('a stand-alone script that shows what a client does in a scenario, to send to its authors')
    .option('--client <name>', 'a bundled client', clientList)
    .option('--scenario <globs>', 'the scenario, or several with --check', commaList)
    .option('--check', 'run the scripts, and compare what they show with what a run sees')
    .action(async (_, command: Command) => {
      process.exitCode = await reproduce(command.optsWithGlobals<ReproduceOptions>());
    });
}

import type { Command } from 'commander';
import { counted } from '../../../suites/wording/counted.ts';
import { clientList } from '../client-list.ts';
import { selectColumns } from '../columns.ts';
import { commaList } from '../comma-list.ts';
import type { ExitCode } from '../exit-code.ts';
import { planColumns } from '../plan-run.ts';
import { checkScripts } from '../reproduce/check-scripts.ts';
import { issueMarkdown } from '../reproduce/issue-markdown.ts';
import { type Reproduced, reproducedIn } from '../reproduce/reproduced.ts';
import { writeScripts } from '../reproduce/write-scripts.ts';
import { beginRun, execute } from '../run.ts';
import { UsageError } from '../usage-error.ts';
import { shownPath, userPath } from '../user-path.ts';

interface ReproduceOptions {
  readonly client?: readonly string[];
  readonly scenario?: readonly string[];
  readonly profile?: string;
  readonly issue?: boolean;
  readonly check?: boolean;
  readonly output?: string;
}

/** Runs the clients on the scenarios. Undefined if the run was interrupted. */
async function reproducedBy({
  client,
  scenario,
  profile = 'fetch',
}: ReproduceOptions): Promise<readonly Reproduced[] | undefined> {
  if (!client) throw new UsageError('reproduce needs --client=<names>, such as --client=axios');
  const interruption = beginRun();
  const setups = await selectColumns(client, ['wire']);
  const planned = await planColumns(setups, { ...(scenario && { scenario }), profile });
  const { results } = await execute({ ...planned, ownTests: false, isQuiet: true, output: '', reports: [] }, interruption);
  return results && reproducedIn(results, setups);
}

/** The one cell that is printed. */
function onlyCell(all: readonly Reproduced[], { client = [], scenario = [] }: ReproduceOptions): Reproduced {
  const [only, ...more] = all;
  if (!only)
    throw new UsageError(`--scenario=${scenario.join()}: n/a for --client=${client.join()}, so there is nothing to reproduce`);
  if (more.length > 0)
    throw new UsageError(
      `reproduce prints one script, and ${all.length} are selected: name one client and one scenario, or use --check or --output=<dir>`,
    );
  return only;
}

function print({ column, scenario, reproduction, issue }: Reproduced, asksForIssue: boolean): void {
  const what = `${scenario.id}, ${column.id}`;
  if (asksForIssue && !issue) throw new UsageError(`${what}: no issue, since nothing in it deviates from the profile`);
  if (asksForIssue && issue) return console.log(issueMarkdown(issue));
  if ('none' in reproduction) throw new UsageError(`${what}: no script, since ${reproduction.none}`);
  console.log(reproduction.script);
}

async function reproduce(options: ReproduceOptions): Promise<ExitCode> {
  const all = await reproducedBy(options);
  if (!all) return 2;
  if (options.check) return checkScripts(all);
  if (options.output === undefined) {
    print(onlyCell(all, options), options.issue ?? false);
    return 0;
  }
  const folder = userPath(options.output);
  console.log(`${counted(writeScripts(all, folder), 'script')}, each with the text of an issue, in ${shownPath(folder)}`);
  return 0;
}

/** `reproduce`: a script that shows what a client does, without this project. */
export function addReproduce(program: Command): void {
  program
    .command('reproduce')
    .description('a stand-alone script that shows what a client does in a scenario, to send to its authors')
    .option('--client <name>', 'a bundled client, or one of another language', clientList)
    .option('--scenario <globs>', 'the scenario; several with --check and --output', commaList)
    .option('--profile <name>', 'the rules that an issue cites (default: fetch)')
    .option('--issue', 'print the text of an issue instead of the script')
    .option('--output <dir>', 'write script and issue of everything that deviates into this folder')
    .option('--check', 'run the scripts, and compare what they show with what a run sees')
    .action(async (_, command: Command) => {
      process.exitCode = await reproduce(command.optsWithGlobals<ReproduceOptions>());
    });
}

import { type Command, Option } from 'commander';
import { answersIn } from '../../../reports/answers/answer.ts';
import { answerFormats } from '../../../reports/answers/index.ts';
import { standardChecks } from '../../../suites/builders/standard-checks.ts';
import type { Suite } from '../../../suites/vocabulary/scenario.ts';
import { isClone } from '../../installation.ts';
import { type Question, suiteOfQuestion } from '../ask/question.ts';
import { clientList } from '../client-list.ts';
import { selectColumns } from '../columns.ts';
import { commaList } from '../comma-list.ts';
import type { ExitCode } from '../exit-code.ts';
import { baseOption, scenariosOption } from '../options.ts';
import { type OwnFiles, readOwnSuites } from '../own-suites.ts';
import { planColumns } from '../plan-run.ts';
import { readConfig } from '../read-config.ts';
import { beginRun, execute } from '../run.ts';
import { UsageError } from '../usage-error.ts';

interface AskOptions extends Partial<Question>, OwnFiles {
  readonly client?: readonly string[];
  readonly config?: string;
  readonly format?: keyof typeof answerFormats;
}

/** Collects an option that is repeated; its values may have commas. */
const repeated = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

/** The same redirects with the checks that an answer is made of. */
const asQuestion = (suite: Suite): Suite => ({
  ...suite,
  scenarios: suite.scenarios.map((scenario) => ({ ...scenario, checks: standardChecks(scenario) })),
});

/** The redirects that are asked about: those of files, or the one that the options describe. */
async function suitesAsked({ scenarios, base, from, to, ...rest }: AskOptions): Promise<ReadonlyMap<string, Suite>> {
  if (scenarios) {
    const { status, method, body, header } = rest;
    const [more] = Object.entries({ from, to, status, method, body, header }).find(([, value]) => value !== undefined) ?? [];
    if (more !== undefined) throw new UsageError(`ask takes --scenarios or --${more}, not both`);
    return new Map([...(await readOwnSuites({ scenarios, base }))].map(([file, suite]) => [file, asQuestion(suite)]));
  }
  if (base !== undefined) throw new UsageError('ask takes --base only with --scenarios');
  if (from === undefined || to === undefined)
    throw new UsageError('ask needs --from=<url> and --to=<url>, or --scenarios=<files>');
  const suite = suiteOfQuestion({ ...rest, from, to });
  return new Map([[suite.id, suite]]);
}

/** The clients that are asked: those named, those of the configuration, or all of the clone. */
async function clientsAsked({ client, config }: AskOptions): Promise<readonly string[]> {
  const clients = client ?? (await readConfig(config)).clients ?? (isClone ? ['all'] : undefined);
  if (!clients) throw new UsageError('ask needs --client=<names>, such as --client=axios or --client=./my-client.ts');
  return clients;
}

async function ask({ format = 'text', ...options }: AskOptions): Promise<ExitCode> {
  const suites = await suitesAsked(options);
  const clients = await clientsAsked(options);
  const interruption = beginRun();
  const columns = await selectColumns(clients, ['wire']);
  const selection = [...suites.values()].map(({ id }) => id);
  const planned = await planColumns(columns, { suite: selection, profile: 'fetch' }, suites);
  const reporter = await execute({ ...planned, ownTests: false, isQuiet: true, output: '', reports: [] }, interruption);
  const { results } = reporter;
  if (results) console.log(answerFormats[format](answersIn(results)));
  return reporter.faulty || !results ? 2 : 0;
}

/** `ask`: what every client does with a redirect of the user's own. */
export function addAsk(program: Command): void {
  program
    .command('ask')
    .description('what clients do with a redirect of yours, at its real URLs on servers of this machine')
    .option('--from <url>', 'the URL that is requested')
    .option('--to <url>', 'where it redirects; repeat it for a chain', repeated)
    .option('--status <list>', 'the statuses to try (default: 301,302,303,307,308)', commaList)
    .option('--method <list>', 'the methods to try (default: GET, or POST if there is a body)', commaList)
    .option('--body <text>', 'the body, or @ and the name of a file')
    .option('--header <field>', "a field, such as 'Accept: text/html'; repeat it. No value that may be secret is used", repeated)
    .addOption(scenariosOption())
    .addOption(baseOption())
    .option('--clients, --client <names>', 'as in a run (default: those of the configuration)', clientList)
    .option('--config <file>', 'as in a run')
    .addOption(new Option('--format <name>', 'how to show it').choices(Object.keys(answerFormats)).default('text'))
    .action(async (_, command: Command) => {
      process.exitCode = await ask(command.optsWithGlobals<AskOptions>());
    });
}

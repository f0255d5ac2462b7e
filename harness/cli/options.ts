import { type Command, InvalidArgumentError, Option } from 'commander';
import { formatNames } from '../../reports/formats/names.ts';
import { failOnLevels } from '../../suites/vocabulary/known.ts';
import { type Transport, transports } from '../../suites/vocabulary/result.ts';
import type { DebugOptions } from './debug/debug-options.ts';
import { clientList } from './client-list.ts';
import { commaList } from './comma-list.ts';
import type { RunOptions } from './plan-run.ts';
import { DEFAULT_BASE } from './rules/read-rules.ts';
import { UsageError } from './usage-error.ts';

/** Options that are passed on to vitest. */
export interface VitestOptions {
  readonly testNamePattern?: string | undefined;
  readonly maxWorkers?: string | undefined;
}

export type CommandLineOptions = RunOptions &
  VitestOptions &
  DebugOptions & { readonly config?: string; readonly watch?: boolean };

/** Reads a number from 1. */
function countOf(value: string): number {
  if (!/^[1-9]\d*$/.test(value)) throw new InvalidArgumentError('Expected a number from 1.');
  return Number(value);
}

/** Reads a number of workers, or a part of the processors. */
function workersOf(value: string): string {
  if (!/^[1-9]\d*%?$/.test(value)) throw new InvalidArgumentError('Expected a number from 1, or a part of the processors: 50%.');
  return value;
}

/** Reads a regular expression. */
function patternOf(value: string): string {
  try {
    RegExp(value);
    return value;
  } catch (error) {
    throw new InvalidArgumentError(`${(error as Error).message}.`);
  }
}

function transportList(value: string, before: readonly Transport[] = []): readonly Transport[] {
  const names = commaList(value).map((name) => {
    const transport = transports.find((each) => each === name);
    if (!transport) throw new UsageError(`--transport=${name}: expected ${transports.join(' or ')}`);
    return transport;
  });
  return [...before, ...names];
}

/** The option that names reports. */
export const reporterOption = (): Option =>
  new Option(
    '--reporter <name[:file]>',
    `a further report, or no-<name> to leave one out; repeat it: ${formatNames.join(', ')}`,
  ).argParser((value: string, before: readonly string[] | undefined) => [...(before ?? []), value]);

/** The option that names scenarios of the user's own. */
export const scenariosOption = (): Option =>
  new Option(
    '--scenarios <files>',
    'files with scenarios of your own, beside those of the catalogue; repeat it or use commas',
  ).argParser(commaList);

/** The option that says where rules without a host are. */
export const baseOption = (): Option =>
  new Option('--base <url>', `where the server is whose redirect rules --scenarios names (default: ${DEFAULT_BASE})`);

/** The option that names runtimes. */
export const runtimeOption = (): Option =>
  new Option(
    '--runtime <names>',
    'the runtime in which clients are run: node@20, deno or bun@1.0.2, downloaded from npm; repeat it or use commas (default: that of this program)',
  ).argParser(commaList);

/** Adds the options of a run to a command. */
export function addRunOptions(command: Command): Command {
  return command
    .option(
      '--client <names>',
      'bundled names, all, further, a release (axios@1.6.0), a file (./my-client.ts) or exec:<program>; repeat it or use commas',
      clientList,
    )
    .option('--transport <names>', 'wire, msw, nock or mock-agent, or several', transportList)
    .addOption(runtimeOption())
    .option('--profile <name>', 'the rules that gate the run: fetch (default), rfc9110, adr-016, strict, or a file')
    .addOption(
      new Option('--servers <name>', 'nginx: let the installed nginx give the answers that it can give').choices(['nginx']),
    )
    .addOption(scenariosOption())
    .addOption(baseOption())
    .option('--suite <globs>', 'suites to run', commaList)
    .option('--scenario <globs>', 'scenarios to run', commaList)
    .option('--shard <part/parts>', 'a part of the scenarios, the same in every run')
    .option('--known <file>', 'known deviations (default: redirect-conformance.known.json if it exists)')
    .option('--against <file>', 'results of an earlier run; any finding that differs fails the run')
    .addOption(new Option('--fail-on <level>', 'what fails the run').choices(failOnLevels))
    .option('--config <file>', 'configuration (default: redirect-conformance.config.ts if it exists)')
    .option('--bail <n>', 'stop a column after so many unexpected results', countOf)
    .option('--output <dir>', 'folder for results and report (default: conformance-report)')
    .addOption(reporterOption())
    .option('--watch', 'run again when a file changes')
    .option('-t, --testNamePattern <pattern>', 'tests to run, by name', patternOf)
    .option('--maxWorkers <n>', 'how many columns run at a time', workersOf);
}

import { Command, CommanderError, Option } from 'commander';
import { startVitest } from 'vitest/node';
import { transports, type Transport } from '../suites/vocabulary/result.ts';
import { configure } from '../vitest.config.ts';
import { commaList } from './commands/comma-list.ts';
import { addExplain } from './commands/explain.ts';
import { addList } from './commands/list.ts';
import { planRun, type RunOptions } from './plan-run.ts';
import { UsageError } from './usage-error.ts';

/** 0 as expected, 1 an unexpected result, 2 the run cannot be trusted. */
type ExitCode = 0 | 1 | 2;

interface VitestOptions {
  readonly watch?: boolean;
  readonly testNamePattern?: string;
  readonly maxWorkers?: string;
  readonly inspect?: boolean | string;
  readonly inspectBrk?: boolean | string;
}

function transportList(value: string, before: readonly Transport[] = []): readonly Transport[] {
  const names = commaList(value).map((name) => {
    const transport = transports.find((each) => each === name);
    if (!transport) throw new UsageError(`--transport=${name}: expected ${transports.join(' or ')}`);
    return transport;
  });
  return [...before, ...names];
}

async function run({
  watch = false,
  testNamePattern,
  maxWorkers,
  inspect,
  inspectBrk,
  ...options
}: RunOptions & VitestOptions): Promise<ExitCode> {
  const plan = await planRun(options);
  for (const note of plan.notes) console.error(`redirect-conformance: ${note}`);
  const { config, reporter } = configure(plan);
  const forVitest = { watch, testNamePattern, maxWorkers, inspect, inspectBrk };
  const given = Object.fromEntries(Object.entries(forVitest).filter(([, value]) => value !== undefined));
  const vitest = await startVitest([], { config: false, ...given }, config);
  if (watch) return 0;
  await vitest.close();
  if (reporter.faulty) return 2;
  if (reporter.ran === 0) throw new UsageError('nothing ran: no test matches -t');
  if (reporter.failed > 0) return 1;
  if (process.exitCode) throw new Error('vitest failed outside of the tests');
  return 0;
}

const program = new Command('redirect-conformance')
  .description(
    'How HTTP clients follow redirects, measured on real traffic. Without options: everything, the own tests included.',
  )
  .option('--client <names>', 'bundled names, all, a file (./my-client.ts) or exec:<program>; repeat it or use commas', commaList)
  .option('--transport <names>', 'wire, msw or both', transportList)
  .option('--profile <name>', 'whose rules gate the run: fetch (default), rfc9110, adr-016, strict, or a file')
  .option('--suite <globs>', 'suites to run', commaList)
  .option('--scenario <globs>', 'scenarios to run', commaList)
  .option('--shard <part/parts>', 'a part of the scenarios, the same in every run')
  .option('--known <file>', 'known deviations (default: redirect-conformance.known.json where it exists)')
  .addOption(new Option('--fail-on <level>', 'what fails the run').choices(['must', 'should']))
  .option('--output <dir>', 'where results and report go (default: conformance-report)')
  .option('--watch', 'run again when something changes')
  .option('-t, --testNamePattern <pattern>', 'tests to run, by name')
  .option('--maxWorkers <n>', 'how many columns at a time')
  .option('--inspect [address]', 'open the inspector')
  .option('--inspect-brk [address]', 'open the inspector and wait')
  .allowExcessArguments(false)
  .exitOverride()
  .configureOutput({ outputError: (text, write) => write(text.replace(/^error:/, 'redirect-conformance:')) })
  .action(async (options: RunOptions & VitestOptions) => {
    process.exitCode = await run(options);
  });

addList(program);
addExplain(program);

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof UsageError) console.error(`redirect-conformance: ${error.message}`);
  else if (!(error instanceof CommanderError)) console.error(error);
  process.exitCode = error instanceof CommanderError && error.exitCode === 0 ? 0 : 2;
}

import { startVitest } from 'vitest/node';
import type { Plugin } from 'vitest/config';
import { startProcess } from '../drivers/process-driver.ts';
import type { Start } from './columns.ts';
import type { DebugOptions } from './debug/debug-options.ts';
import { createProtocolLog, protocolLog } from './debug/driver-log.ts';
import { planDebugging } from './debug/plan-debugging.ts';
import type { ExitCode } from './exit-code.ts';
import { Interruption } from './interruption.ts';
import type { CommandLineOptions, VitestOptions } from './options.ts';
import { planRun } from './plan-run.ts';
import { useOwnTemporaryFolder } from './temporary-folder.ts';
import { UsageError } from './usage-error.ts';
import { userPath } from './user-path.ts';
import { configure } from './vitest-run.ts';

/** Starts a driver to ask for its name; its lines are in the log too. */
const starting =
  ({ protocolLog: file }: DebugOptions): Start =>
  (command, options) =>
    startProcess(command, { ...options, ...(file !== undefined && { log: protocolLog(userPath(file), '-') }) });

/** Throws a UsageError for values that vitest would not understand. */
function checkForVitest({ maxWorkers, testNamePattern }: VitestOptions): void {
  if (maxWorkers !== undefined && !/^[1-9]\d*%?$/.test(maxWorkers)) {
    throw new UsageError(`--maxWorkers=${maxWorkers}: expected a number from 1, or a part of the processors such as 50%`);
  }
  try {
    RegExp(testNamePattern ?? '');
  } catch (error) {
    throw new UsageError(`-t ${testNamePattern}: ${(error as Error).message}`);
  }
}

/** Lets a signal end the run after the scenarios that are running. */
const endedBy = (interruption: Interruption): Plugin => ({
  name: 'redirect-conformance:interruption',
  configureVitest: ({ vitest }) => interruption.endBy(() => void vitest.cancelCurrentRun('keyboard-input')),
});

/** Runs what the options ask for. Throws a UsageError if that is not possible, or if nothing ran. */
export async function run(options: CommandLineOptions): Promise<ExitCode> {
  checkForVitest(options);
  const { testNamePattern, maxWorkers } = options;
  const interruption = new Interruption();
  useOwnTemporaryFolder();
  if (options.protocolLog !== undefined) createProtocolLog(userPath(options.protocolLog));
  const plan = planDebugging(await planRun(options, starting(options)), options);
  for (const note of plan.notes) console.error(`redirect-conformance: ${note}`);
  const { config, reporter } = configure(plan);
  const forVitest = { testNamePattern, maxWorkers: options.verbose ? 1 : maxWorkers };
  const given = Object.fromEntries(Object.entries(forVitest).filter(([, value]) => value !== undefined));
  const plugins = [...(config.plugins ?? []), endedBy(interruption)];
  const vitest = await startVitest([], { config: false, watch: false, ...given }, { ...config, plugins });
  await vitest.close();
  if (interruption.code !== undefined) return interruption.code;
  if (reporter.faulty) return 2;
  if (reporter.ran === 0) throw new UsageError('nothing ran: no test matches -t');
  if (reporter.failed > 0) return 1;
  if (process.exitCode) throw new Error('vitest failed outside of the tests');
  return 0;
}

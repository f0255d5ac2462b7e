import { startVitest } from 'vitest/node';
import type { ExitCode } from './exit-code.ts';
import type { CommandLineOptions } from './options.ts';
import { createProtocolLog, protocolLog } from './debug/driver-log.ts';
import { planDebugging } from './debug/plan-debugging.ts';
import { startProcess } from '../drivers/process-driver.ts';
import type { Start } from './columns.ts';
import type { DebugOptions } from './debug/debug-options.ts';
import { userPath } from './user-path.ts';
import { planRun } from './plan-run.ts';
import { UsageError } from './usage-error.ts';
import { configure } from './vitest-run.ts';

/** Starts a driver to ask for its name; its lines are in the log too. */
const starting =
  ({ protocolLog: file }: DebugOptions): Start =>
  (command, options) =>
    startProcess(command, { ...options, ...(file !== undefined && { log: protocolLog(userPath(file), '-') }) });

/** Runs what the options ask for. Throws a UsageError if that is not possible, or if nothing ran. */
export async function run({ watch = false, testNamePattern, maxWorkers, ...options }: CommandLineOptions): Promise<ExitCode> {
  if (options.protocolLog !== undefined) createProtocolLog(userPath(options.protocolLog));
  const plan = planDebugging(await planRun(options, starting(options)), options);
  for (const note of plan.notes) console.error(`redirect-conformance: ${note}`);
  const { config, reporter } = configure(plan);
  const forVitest = { watch, testNamePattern, maxWorkers: options.verbose ? 1 : maxWorkers };
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

import type { Plugin } from 'vitest/config';
import { startVitest } from 'vitest/node';
import type { ConformanceReporter } from '../../reports/reporter.ts';
import { concrete } from '../concrete/concrete-scenario.ts';
import { startProcess } from '../drivers/process-driver.ts';
import { HarnessFault } from '../fault.ts';
import type { RunningNginx } from '../nginx/running-nginx.ts';
import type { Start } from './columns.ts';
import type { DebugOptions } from './debug/debug-options.ts';
import { createProtocolLog, protocolLog } from './debug/driver-log.ts';
import { planDebugging } from './debug/plan-debugging.ts';
import type { ExitCode } from './exit-code.ts';
import { Interrupted, Interruption } from './interruption.ts';
import { checkOpenFiles } from './open-files.ts';
import { optionsWithConfig } from './options-with-config.ts';
import type { CommandLineOptions, VitestOptions } from './options.ts';
import { planRun, type RunPlan } from './plan-run.ts';
import { useOwnTemporaryFolder } from './temporary-folder.ts';
import { UsageError } from './usage-error.ts';
import { userPath } from './user-path.ts';
import { configure } from './vitest-run.ts';

/** Starts a driver to ask for its name; its lines are in the log too. */
const starting =
  ({ protocolLog: file }: DebugOptions): Start =>
  (command, options) =>
    startProcess(command, { ...options, ...(file !== undefined && { log: protocolLog(userPath(file), '-') }) });

/** Lets a signal end the run; the drivers of the scenarios that are running are ended. */
const endedBy = (interruption: Interruption): Plugin => ({
  name: 'redirect-conformance:interruption',
  configureVitest: ({ vitest }) => interruption.endBy(() => void vitest.cancelCurrentRun('keyboard-input')),
});

/** To be called before a run is planned: from now on a signal ends it, and its temporary files are removed at its end. */
export function beginRun(): Interruption {
  const interruption = new Interruption();
  checkOpenFiles();
  useOwnTemporaryFolder();
  return interruption;
}

/** Runs a plan with vitest. Throws an Interrupted, once what was seen is reported, if a signal ended the run. */
export async function execute(
  plan: RunPlan,
  interruption: Interruption,
  vitestOptions: VitestOptions = {},
): Promise<ConformanceReporter> {
  for (const note of plan.notes) console.error(`redirect-conformance: ${note}`);
  const { config, reporter } = configure(plan);
  const given = Object.fromEntries(Object.entries(vitestOptions).filter(([, value]) => value !== undefined));
  const plugins = [endedBy(interruption)];
  const vitest = await startVitest('test', [], { config: false, watch: false, ...given }, { ...config, plugins });
  await vitest.close();
  interruption.endAtOnce();
  if (interruption.code !== undefined) throw new Interrupted(interruption.code);
  return reporter;
}

function exitCodeOf({ faulty, failed, ran }: ConformanceReporter): ExitCode {
  if (faulty) return 2;
  if (ran === 0) throw new UsageError('nothing ran: no test matches -t');
  if (failed > 0) return 1;
  if (process.exitCode) throw new Error('vitest failed outside of the tests');
  return 0;
}

/** The nginx of a plan with everything that it answers. Throws a UsageError with its own words if it does not start. */
async function startNginx({ nginx, suites, columns }: RunPlan): Promise<RunningNginx | undefined> {
  if (!nginx) return undefined;
  const selected = new Set(columns.flatMap(({ scenarios }) => scenarios));
  const scenarios = suites.flatMap((suite) => suite.scenarios).filter(({ id }) => selected.has(id));
  const { RunningNginx: Nginx } = await import('../nginx/running-nginx.ts');
  try {
    return await Nginx.start(nginx, scenarios.map(concrete));
  } catch (error) {
    throw error instanceof HarnessFault ? new UsageError(`--servers=nginx: ${error.message}`) : error;
  }
}

/** The same plan, whose columns know where nginx can be asked. */
const withNginx = (plan: RunPlan, nginx: RunningNginx | undefined): RunPlan =>
  nginx ? { ...plan, columns: plan.columns.map((column) => ({ ...column, nginx: nginx.address })) } : plan;

/** Runs what the options ask for. Throws a UsageError if that is not possible, or if nothing ran. */
export async function run(options: CommandLineOptions): Promise<ExitCode> {
  const { verbose, protocolLog: log, testNamePattern, maxWorkers } = options;
  const interruption = beginRun();
  if (log !== undefined) createProtocolLog(userPath(log));
  const plan = await planRun(await optionsWithConfig(options), starting(options));
  // Lines of several columns would be mixed.
  const forVitest = { testNamePattern, maxWorkers: verbose ? '1' : maxWorkers };
  await using nginx = await startNginx(plan);
  return exitCodeOf(await execute(withNginx(planDebugging(plan, options), nginx), interruption, forVitest));
}

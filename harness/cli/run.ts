import { startVitest } from 'vitest/node';
import type { ConformanceReporter } from '../../reports/reporter.ts';
import type { ExitCode } from './exit-code.ts';
import { optionsWithConfig } from './options-with-config.ts';
import type { CommandLineOptions, VitestOptions } from './options.ts';
import { planRun, type RunPlan } from './plan-run.ts';
import { UsageError } from './usage-error.ts';
import { configure } from './vitest-run.ts';

/** Runs a plan with vitest. With `watch`, it returns after the first run and runs again when a file changes. */
export async function execute(plan: RunPlan, vitestOptions: VitestOptions = {}): Promise<ConformanceReporter> {
  for (const note of plan.notes) console.error(`redirect-conformance: ${note}`);
  const { config, reporter } = configure(plan);
  const given = Object.fromEntries(Object.entries(vitestOptions).filter(([, value]) => value !== undefined));
  const vitest = await startVitest('test', [], { config: false, watch: false, ...given }, config);
  if (!vitestOptions.watch) await vitest.close();
  return reporter;
}

function exitCodeOf({ faulty, failed, ran }: ConformanceReporter): ExitCode {
  if (faulty) return 2;
  if (ran === 0) throw new UsageError('nothing ran: no test matches -t');
  if (failed > 0) return 1;
  if (process.exitCode) throw new Error('vitest failed outside of the tests');
  return 0;
}

/** Runs what the options and the configuration ask for. Throws a UsageError if that is not possible, or if nothing ran. */
export async function run(commandLine: CommandLineOptions): Promise<ExitCode> {
  const { watch, testNamePattern, maxWorkers, inspect, inspectBrk, ...options } = await optionsWithConfig(commandLine);
  const reporter = await execute(await planRun(options), { watch, testNamePattern, maxWorkers, inspect, inspectBrk });
  return watch ? 0 : exitCodeOf(reporter);
}

import { startVitest } from 'vitest/node';
import type { ExitCode } from './exit-code.ts';
import type { CommandLineOptions } from './options.ts';
import { planRun } from './plan-run.ts';
import { UsageError } from './usage-error.ts';
import { configure } from './vitest-run.ts';

/** Runs what the options ask for. Throws a UsageError if that is not possible, or if nothing ran. */
export async function run({
  watch = false,
  testNamePattern,
  maxWorkers,
  inspect,
  inspectBrk,
  ...options
}: CommandLineOptions): Promise<ExitCode> {
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

import { CommanderError } from 'commander';
import type { ExitCode } from './exit-code.ts';
import { Interrupted } from './interruption.ts';
import type { CommandLineOptions } from './options.ts';
import { createProgram } from './program.ts';
import { UsageError } from './usage-error.ts';

async function start(options: CommandLineOptions): Promise<ExitCode> {
  if (options.watch) return (await import('./watch.ts')).watch(options);
  return (await import('./run.ts')).run(options);
}

// Whoever reads the output may stop, such as `head`. The run goes on, and its files are written.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

/** Says what went wrong, if that has not been said. */
function exitCodeAfter(error: unknown): ExitCode {
  if (error instanceof Interrupted) return error.code;
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  console.error(error instanceof UsageError ? `redirect-conformance: ${error.message}` : error);
  return 2;
}

try {
  const program = await createProgram(process.argv.slice(2));
  program.action(async (options: CommandLineOptions) => {
    process.exitCode = await start(options);
  });
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeAfter(error);
}

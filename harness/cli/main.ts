#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { commands } from './commands/index.ts';
import { addDebugOptions } from './debug/debug-options.ts';
import type { ExitCode } from './exit-code.ts';
import { addRunOptions, type CommandLineOptions } from './options.ts';
import { Interrupted } from './interruption.ts';
import { run } from './run.ts';
import { UsageError } from './usage-error.ts';
import { watch } from './watch.ts';

const program = addDebugOptions(addRunOptions(new Command('redirect-conformance')))
  .description(
    "Runs HTTP clients against real servers and shows how they follow redirects. Without options, runs everything, including this project's own tests.",
  )
  .allowExcessArguments(false)
  .exitOverride()
  .configureOutput({ outputError: (text, write) => write(text.replace(/^error:/, 'redirect-conformance:')) })
  .action(async (options: CommandLineOptions) => {
    process.exitCode = await (options.watch ? watch(options) : run(options));
  });

// commander accepts the options of a run before and after the name of every command.
program.hook('preSubcommand', (_, command) => {
  const taken = command.options.map((option) => option.attributeName());
  const unused = program.options.find((option) => {
    const name = option.attributeName();
    return program.getOptionValue(name) !== undefined && !taken.includes(name);
  });
  if (unused) throw new UsageError(`${command.name()} takes no ${unused.long}`);
});

// Whoever reads the output may stop, such as `head`. The run goes on, and its files are written.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

for (const addCommand of commands) addCommand(program);

/** Says what went wrong, if that has not been said. */
function exitCodeAfter(error: unknown): ExitCode {
  if (error instanceof Interrupted) return error.code;
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  console.error(error instanceof UsageError ? `redirect-conformance: ${error.message}` : error);
  return 2;
}

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeAfter(error);
}

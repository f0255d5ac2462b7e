import { Command } from 'commander';
import { commandsFor } from './commands/index.ts';
import { addDebugOptions } from './debug/debug-options.ts';
import { addRunOptions } from './options.ts';
import { UsageError } from './usage-error.ts';

/** commander accepts the options of a run before and after the name of every command. */
function refuseUnusedOptions(program: Command, command: Command): void {
  const taken = command.options.map((option) => option.attributeName());
  const unused = program.options.find((option) => {
    const name = option.attributeName();
    return program.getOptionValue(name) !== undefined && !taken.includes(name);
  });
  if (unused) throw new UsageError(`${command.name()} takes no ${unused.long}`);
}

/** The command line, with the commands that its arguments need. Without a command it runs clients, which is left to `action`. Wrong usage throws a CommanderError or a UsageError. */
export async function createProgram(args: readonly string[]): Promise<Command> {
  const program = addDebugOptions(addRunOptions(new Command('redirect-conformance')))
    .description(
      "Runs HTTP clients against real servers and shows how they follow redirects. Without options, runs everything, including this project's own tests.",
    )
    .allowExcessArguments(false)
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error:/, 'redirect-conformance:')) })
    .hook('preSubcommand', refuseUnusedOptions);
  for (const addCommand of await commandsFor(args)) addCommand(program);
  return program;
}

import type { CommandLineOptions } from './options.ts';
import type { RunOptions } from './plan-run.ts';
import { readConfig } from './read-config.ts';

/** The options of the command line, and behind them those of the configuration. Throws a UsageError for a configuration that is not valid. */
export async function optionsWithConfig<Options extends CommandLineOptions>({
  config: file,
  ...options
}: Options): Promise<Omit<Options, 'config'>> {
  const { clients, scenarios, base, transport, profile, failOn, known, output, reporters } = await readConfig(file);
  const configured: RunOptions = {
    ...(clients && { client: clients }),
    ...(scenarios && { scenarios }),
    ...(base !== undefined && { base }),
    ...(transport && { transport }),
    ...(profile !== undefined && { profile }),
    ...(failOn && { failOn }),
    ...(known !== undefined && { known }),
    ...(output !== undefined && { output }),
    ...(reporters && { reporter: reporters }),
  };
  return { ...configured, ...options };
}

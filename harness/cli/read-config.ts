import { existsSync } from 'node:fs';
import { dirname, extname, resolve } from 'node:path';
import { type Config, configSchema } from '../../suites/vocabulary/config.ts';
import { importDefault } from './import-default.ts';
import { parseFile, readJson } from './read-json.ts';
import { UsageError } from './usage-error.ts';
import { userPath } from './user-path.ts';

/** The names under which a configuration is found in the current folder. */
const DEFAULT_FILES = ['ts', 'mts', 'js', 'mjs', 'json'].map((extension) => `redirect-conformance.config.${extension}`);

const isPath = (client: string): boolean => /^\.{1,2}\//.test(client);

/** The same configuration with absolute paths. */
function withPaths(config: Config, folder: string): Config {
  const { clients, scenarios, profile, known, output, reporters } = config;
  const absolute = (path: string): string => resolve(folder, path);
  return {
    ...config,
    ...(clients && { clients: clients.map((client) => (isPath(client) ? absolute(client) : client)) }),
    ...(scenarios && { scenarios: scenarios.map(absolute) }),
    ...(profile !== undefined && { profile: existsSync(absolute(profile)) ? absolute(profile) : profile }),
    ...(known !== undefined && { known: absolute(known) }),
    ...(output !== undefined && { output: absolute(output) }),
    ...(reporters && { reporters: reporters.map((text) => text.replace(/(?<=^[^:]*:).+$/s, absolute)) }),
  };
}

async function importConfig(file: string): Promise<Config> {
  const config = await importDefault(file, 'what defineConfig returns');
  return parseFile(file, configSchema, 'configuration', () => config);
}

/** The file of the configuration: the one asked for, or one in the current folder if there is one. */
export const configFile = (asked?: string): string | undefined =>
  asked === undefined ? DEFAULT_FILES.map(userPath).find((path) => existsSync(path)) : userPath(asked);

/**
 * The configuration in a file, or in the current folder; empty if there is none. Throws a UsageError that says what is
 * wrong with it.
 */
export async function readConfig(asked?: string): Promise<Config> {
  const file = configFile(asked);
  if (file === undefined) return {};
  if (!existsSync(file)) throw new UsageError(`--config=${asked}: no such file`);
  const config: Config = extname(file) === '.json' ? readJson(file, configSchema, 'configuration') : await importConfig(file);
  return withPaths(config, dirname(file));
}

import { existsSync } from 'node:fs';
import { firstLineOf, importModule } from '../drivers/node/import-module.ts';
import { UsageError } from './usage-error.ts';

/** The default export of a module of the user. Throws a UsageError that says why it cannot be loaded, or that it has none. */
export async function importDefault(file: string, what: string): Promise<unknown> {
  if (!existsSync(file)) throw new UsageError(`${file}: no such file`);
  const { module } = await importModule(file).catch((error: unknown) => {
    throw new UsageError(`cannot load ${file}: ${firstLineOf(error)}`);
  });
  if (module.default === undefined) throw new UsageError(`${file} has no default export; export ${what}`);
  return module.default;
}

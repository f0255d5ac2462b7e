import type { Client } from '../../adapter/index.ts';
import { firstLineOf, importModule } from './import-module.ts';

/** The client that a module exports. Throws an error whose message is one line that says what is wrong with it. */
function checkedClient({ default: client }: { readonly default?: unknown }, path: string): Client {
  if (client === undefined) throw new Error(`${path} has no default export; export a client made with defineClient`);
  const { send, name, version, capabilities = [], methods = [] } = client as Partial<Client>;
  if (typeof send !== 'function') throw new Error(`the default export of ${path} has no function \`send\``);
  if (typeof name !== 'string' || typeof version !== 'string')
    throw new Error(`the default export of ${path} needs \`name\` and \`version\`, both strings`);
  if (!Array.isArray(capabilities)) throw new Error(`\`capabilities\` of ${path} is not a list`);
  if (!Array.isArray(methods)) throw new Error(`\`methods\` of ${path} is not a list`);
  return client as Client;
}

/**
 * The client of an adapter that somebody else imports: the driver that is made for another runtime. Throws an error whose
 * message is one line that says what is wrong with it.
 *
 * @public
 */
export async function clientIn(importing: Promise<{ readonly default?: unknown }>, path: string): Promise<Client> {
  const module = await importing.catch((error: unknown) => {
    throw new Error(`cannot load ${path}: ${firstLineOf(error)}`, { cause: error });
  });
  return checkedClient(module, path);
}

/** Imports an adapter. Throws an error whose message is one line that says what is wrong with it. */
export const loadClient = (path: string): Promise<Client> =>
  clientIn(
    importModule(path).then(({ module }) => module),
    path,
  );

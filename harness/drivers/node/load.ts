import { pathToFileURL } from 'node:url';
import type { Client } from '../../adapter/index.ts';

/** Syntax that Node.js does not strip, and imports without an extension, need a real loader. */
const NEEDS_LOADER = new Set([
  'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX',
  'ERR_MODULE_NOT_FOUND',
  'ERR_UNSUPPORTED_DIR_IMPORT',
  'ERR_UNSUPPORTED_NODE_MODULES_TYPE_STRIPPING',
]);

const codeOf = (error: unknown): string => (error as { code?: string }).code ?? '';

/** A module, and the files that a loader other than Node.js read for it. */
interface Imported {
  readonly module: { readonly default?: unknown };
  readonly files: readonly string[];
}

/** Imports a module in any syntax that an adapter may have. */
export async function importAdapter(path: string): Promise<Imported> {
  try {
    return { module: (await import(pathToFileURL(path).href)) as Imported['module'], files: [] };
  } catch (error) {
    if (!NEEDS_LOADER.has(codeOf(error))) throw error;
    const { runnerImport } = await import('vite');
    const options = { configFile: false, logLevel: 'silent' } as const;
    const { module, dependencies } = await runnerImport<Imported['module']>(path, options);
    return { module, files: dependencies };
  }
}

/** Imports an adapter. Throws an error whose message is one line that says what is wrong with it. */
export async function loadClient(path: string): Promise<Client> {
  const { module } = await importAdapter(path).catch((error: unknown) => {
    const [reason = ''] = String(error instanceof Error ? `${error.name}: ${error.message}` : error).split('\n');
    throw new Error(`cannot load ${path}: ${reason}`, { cause: error });
  });
  const { default: client } = module;
  if (client === undefined) throw new Error(`${path} has no default export; export a client made with defineClient`);
  const { send, name, version, capabilities = [], methods = [] } = client as Partial<Client>;
  if (typeof send !== 'function') throw new Error(`the default export of ${path} has no function \`send\``);
  if (typeof name !== 'string' || typeof version !== 'string')
    throw new Error(`the default export of ${path} needs \`name\` and \`version\`, both strings`);
  if (!Array.isArray(capabilities)) throw new Error(`\`capabilities\` of ${path} is not a list`);
  if (!Array.isArray(methods)) throw new Error(`\`methods\` of ${path} is not a list`);
  return client as Client;
}

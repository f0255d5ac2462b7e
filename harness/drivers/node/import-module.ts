import { pathToFileURL } from 'node:url';

/** What a module of a user exports. */
interface UserModule {
  readonly default?: unknown;
}

/** A module, and the files that a loader other than Node.js read for it. */
interface Imported {
  readonly module: UserModule;
  readonly files: readonly string[];
}

/** Syntax that Node.js does not strip, and imports that it does not resolve: without an extension, or by an alias of tsconfig. */
const NEEDS_LOADER = new Set([
  'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX',
  'ERR_INVALID_TYPESCRIPT_SYNTAX',
  'ERR_MODULE_NOT_FOUND',
  'ERR_UNSUPPORTED_DIR_IMPORT',
  'ERR_UNSUPPORTED_NODE_MODULES_TYPE_STRIPPING',
]);

/** `import` in a package of CommonJS; decorators, which Node.js leaves in the text. Neither has a code. */
const NEEDS_LOADER_TOO = /Cannot use import statement outside a module|Unexpected token 'export'|Invalid or unexpected token/;

function needsLoader(error: unknown): boolean {
  const { code = '', message = '' } = error as { readonly code?: string; readonly message?: string };
  return NEEDS_LOADER.has(code) || (error instanceof SyntaxError && NEEDS_LOADER_TOO.test(message));
}

/** Imports a module of a user: by Node.js itself if it can, else by the loader of vite, which reads all of TypeScript and the paths of tsconfig. */
export async function importModule(path: string): Promise<Imported> {
  try {
    return { module: (await import(pathToFileURL(path).href)) as UserModule, files: [] };
  } catch (error) {
    if (!needsLoader(error)) throw error;
    const { runnerImport } = await import('vite');
    const { module, dependencies } = await runnerImport<UserModule>(path, {
      configFile: false,
      logLevel: 'silent',
      resolve: { tsconfigPaths: true },
    });
    return { module, files: dependencies };
  }
}

/** What went wrong, in one line. */
export function firstLineOf(error: unknown): string {
  const [line = ''] = String(error instanceof Error ? `${error.name}: ${error.message}` : error).split('\n');
  return line;
}

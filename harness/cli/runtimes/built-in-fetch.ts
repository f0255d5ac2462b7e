import type { ColumnSetup } from '../../run/column-run.ts';
import { isClone, modulePath, root } from '../../installation.ts';
import { bundledDriver } from './bundle-driver.ts';
import { runtimeNamed } from './runtime.ts';

/** The client that is the built-in fetch of whatever runs it. */
export const PLATFORM_FETCH = 'node/fetch';

/** The built-in fetch of Deno and of Bun, which are clients that other runtimes than Node.js bring. */
export const builtInFetches: readonly string[] = ['deno/fetch', 'bun/fetch'];

/** The runtime that a client comes with, `deno` or `deno@2.5`: `deno`, `deno/fetch` and `deno/fetch@2.5` name one. */
function runtimeOf(name: string): string | undefined {
  const [, runtime, version] = /^(deno|bun)(?:\/fetch)?(?:@(.+))?$/.exec(name) ?? [];
  return version === undefined ? runtime : `${runtime}@${version}`;
}

/** Whether a name means the built-in fetch of another runtime. */
export const isBuiltInFetch = (name: string): boolean => runtimeOf(name) !== undefined;

/** The column of the built-in fetch of another runtime, which is downloaded if this is the first time. Throws a UsageError. */
export async function builtInFetch(name: string): Promise<ColumnSetup> {
  const option = `--client=${name}`;
  const asked = runtimeOf(name) ?? name;
  const { kind, version, run } = await runtimeNamed(asked, option);
  const isListed = !asked.includes('@');
  const id = isListed ? `${kind}/fetch` : `${kind}/fetch@${version}`;
  const driver = await bundledDriver({ module: modulePath('harness/clients/node-builtin'), packages: root }, option);
  return { id, client: id, transport: 'wire', command: run(driver), bundled: isClone && isListed };
}

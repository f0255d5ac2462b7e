import { access, chmod, constants } from 'node:fs/promises';
import { join } from 'node:path';
import { type Command } from '../../drivers/process-driver.ts';
import { mappedCommand, mappingLibrary } from '../languages/mapping-library.ts';
import { UsageError } from '../usage-error.ts';
import { findPackageRelease } from '../versions/find-release.ts';
import { type RuntimeKind, runtimeKinds, type RuntimeName } from './runtime-kinds.ts';

/** A runtime in which adapters are run. */
export interface Runtime {
  readonly kind: RuntimeName;
  readonly version: string;
  /** The command that runs a module. */
  readonly run: (module: string) => Command;
}

/** The kind and the version of `node@20`, `deno` or `bun@1.0.2`. */
function partsOf(asked: string, option: string): readonly [kind: RuntimeName, version: string] {
  const [, name = '', version] = /^(\w+)(?:@(.+))?$/.exec(asked) ?? [];
  const kinds = Object.keys(runtimeKinds) as RuntimeName[];
  const kind = kinds.find((each) => each === name);
  const exact = version ?? (kind && runtimeKinds[kind].listed);
  if (kind !== undefined && exact !== undefined) return [kind, exact];
  throw new UsageError(`${option}: expected node, deno or bun and a version, such as node@20`);
}

/** The library that maps addresses below a runtime; undefined for one that needs none. Throws a UsageError where it cannot be built. */
async function libraryFor({ isMapped }: RuntimeKind, option: string): Promise<string | undefined> {
  if (!isMapped) return undefined;
  const library = await mappingLibrary();
  if (library !== undefined) return library;
  throw new UsageError(
    `${option}: its addresses are mapped by a library, which needs Linux and a C compiler: apt-get install gcc libc6-dev`,
  );
}

/** Old packages leave this to a script of theirs, which is not run. */
const makeExecutable = (program: string): Promise<void> => access(program, constants.X_OK).catch(() => chmod(program, 0o755));

/** The runtime that `node@20` names; it is downloaded if this is the first time. Throws a UsageError that begins with `option`. */
export async function runtimeNamed(asked: string, option: string): Promise<Runtime> {
  const [name, version] = partsOf(asked, option);
  const kind = runtimeKinds[name];
  const library = await libraryFor(kind, option);
  const platform = `${process.platform}-${process.arch}`;
  const [packageName, file] = kind.packages[platform] ?? [];
  if (packageName === undefined || file === undefined) throw new UsageError(`${option}: npm has no ${name} for ${platform}`);
  const release = { name: packageName, companions: [], since: kind.since, driver: 'this program' };
  const { version: exact, folder } = await findPackageRelease(release, version, option);
  const program = join(folder, 'node_modules', packageName, file);
  await makeExecutable(program);
  return {
    kind: name,
    version: exact,
    run: (module) => {
      const command = kind.run(program, module);
      return library === undefined ? command : mappedCommand(library, command);
    },
  };
}

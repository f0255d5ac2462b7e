import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';

/** A package with files that were loaded. */
export interface LoadedPackage {
  readonly name: string;
  readonly version: string;
  /** Whether it is installed in a folder `node_modules`, not the project of the adapter itself. */
  readonly isInstalled: boolean;
}

/** The nearest folder with the manifest of a package, from a file upwards. */
function manifestOf(file: string): LoadedPackage | undefined {
  for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
    const manifest = join(folder, 'package.json');
    if (!existsSync(manifest)) continue;
    const { name, version } = JSON.parse(readFileSync(manifest, 'utf8')) as Partial<LoadedPackage>;
    // A manifest without a name only says how to read the modules below it.
    if (name !== undefined && version !== undefined) {
      return { name, version, isInstalled: folder.includes(`${sep}node_modules${sep}`) };
    }
  }
  return undefined;
}

/** The packages that these files are part of, each once. */
export function packagesOf(files: readonly string[]): readonly LoadedPackage[] {
  const folders = [...new Set(files.map((file) => join(dirname(file), 'any')))];
  const packages = folders.flatMap((file) => manifestOf(file) ?? []);
  return [...new Map(packages.map((each) => [`${each.name}@${each.version}`, each])).values()];
}

import { existsSync, readFileSync } from 'node:fs';
import module, { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The manifest of an installed package. Node.js 20 cannot ask for it: there this module is bundled into the folder of the packages. */
function manifestFile(name: string): string | undefined {
  if (typeof module.findPackageJSON === 'function') return module.findPackageJSON(import.meta.resolve(name));
  const folders = createRequire(import.meta.url).resolve.paths(name) ?? [];
  return folders.map((folder) => join(folder, name, 'package.json')).find((file) => existsSync(file));
}

/** What a manifest says. A package with modules of both kinds has manifests of parts, which do not say it. */
interface Manifest {
  readonly version?: string;
}

/** The version of an installed package. */
export function versionOf(name: string): string {
  for (
    let file = manifestFile(name);
    file !== undefined;
    file = module.findPackageJSON(pathToFileURL(dirname(dirname(file)) + sep))
  ) {
    const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
    if (manifest.version !== undefined) return manifest.version;
  }
  return 'unknown';
}

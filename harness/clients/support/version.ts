import { existsSync, readFileSync } from 'node:fs';
import module, { createRequire } from 'node:module';
import { join } from 'node:path';

/** The manifest of an installed package. Node.js 20 cannot ask for it: there this module is bundled into the folder of the packages. */
function manifestFile(name: string): string | undefined {
  if (typeof module.findPackageJSON === 'function') return module.findPackageJSON(import.meta.resolve(name));
  const folders = createRequire(import.meta.url).resolve.paths(name) ?? [];
  return folders.map((folder) => join(folder, name, 'package.json')).find((file) => existsSync(file));
}

/** The version of an installed package. */
export function versionOf(name: string): string {
  const manifest = manifestFile(name);
  return manifest === undefined ? 'unknown' : (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
}

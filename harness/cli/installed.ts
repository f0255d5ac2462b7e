import { findPackageJSON } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isClone, root } from '../installation.ts';
import { UsageError } from './usage-error.ts';
import { userPath } from './user-path.ts';

/** The folder whose packages bundled clients are: in a clone its own, otherwise those of the user's project. */
export const projectFolder = (): string => (isClone ? root : userPath('.'));

function isInstalled(name: string, folder: string): boolean {
  try {
    return findPackageJSON(name, pathToFileURL(join(folder, '/'))) !== undefined;
  } catch {
    return false;
  }
}

/**
 * Throws a UsageError that says what to install if the project lacks one of these packages; `option` is what needs them,
 * and `otherwise` what helps without an installation.
 */
export function requireInstalled(names: readonly string[], option: string, otherwise = ''): void {
  const missing = names.filter((name) => ![projectFolder(), root].some((folder) => isInstalled(name, folder)));
  if (missing.length === 0) return;
  throw new UsageError(`${option}: ${missing[0]} is not installed; run npm i -D ${missing.join(' ')}${otherwise}`);
}

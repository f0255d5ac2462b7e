import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { makeFolders } from '../../../reports/write-whole.ts';
import { UsageError } from '../usage-error.ts';
import { currentFolder } from '../user-path.ts';
import { NpmError, runNpm } from './npm.ts';

/** A release of a client, and the packages that its adapter needs beside it. */
export interface ClientRelease {
  readonly name: string;
  readonly version: string;
  readonly companions: readonly string[];
}

/** Where releases of clients are kept: a folder for each, in the user's folder for caches (XDG Base Directory Specification). */
const cacheFolder = (): string =>
  join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'redirect-conformance', 'clients');

/** The packages beside the client are part of the name: another adapter of the same release may need others. */
const folderOf = ({ name, version, companions }: ClientRelease): string =>
  join(cacheFolder(), [`${name}@${version}`, ...companions].join('+').replaceAll('/', '+'));

/** Whether a release has been installed before. */
export const isCached = (release: ClientRelease): boolean => existsSync(join(folderOf(release), 'node_modules'));

/** Installs a release without running any script of it, and keeps the lock file. */
async function installInto(folder: string, { name, version, companions }: ClientRelease): Promise<void> {
  const registry = (await runNpm(['config', 'get', 'registry'], currentFolder())).trim();
  const dependencies = { [name]: version, ...Object.fromEntries(companions.map((companion) => [companion, '*'])) };
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies }));
  await runNpm(['install', '--ignore-scripts', '--no-audit', '--no-fund', `--registry=${registry}`], folder);
}

const isTaken = (error: unknown): boolean =>
  ['ENOTEMPTY', 'EEXIST', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '');

/**
 * The folder with an installed release, which is downloaded if this is the first time. Two processes that install the same
 * release do not disturb each other: the first that is ready wins. Throws a UsageError that begins with `option`.
 */
export async function installedRelease(release: ClientRelease, option: string): Promise<string> {
  const folder = folderOf(release);
  if (isCached(release)) return folder;
  let unfinished: string | undefined;
  try {
    makeFolders(cacheFolder());
    unfinished = await mkdtemp(join(cacheFolder(), '.installing-'));
    await installInto(unfinished, release);
    await rename(unfinished, folder).catch((error: unknown) => {
      if (!isTaken(error)) throw error;
    });
    return folder;
  } catch (error) {
    if (error instanceof NpmError) throw new UsageError(`${option}: cannot install it: ${error.message}`);
    throw new UsageError(
      `${option}: cannot write to ${cacheFolder()} (${(error as Error).message}); set XDG_CACHE_HOME to another folder`,
    );
  } finally {
    if (unfinished !== undefined) await rm(unfinished, { recursive: true, force: true });
  }
}

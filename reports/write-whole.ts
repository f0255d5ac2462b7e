import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it, and returns the ones that did not exist, the uppermost first. The recursive option of
 * `mkdirSync` never returns where a file system refuses new folders as if their parent were missing, such as /proc.
 */
export function makeFolders(folder: string): readonly string[] {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found?.isDirectory()) return [];
  const above = found ? [] : makeFolders(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    if (above[0] !== undefined) rmSync(above[0], { recursive: true });
    throw error;
  }
  return [...above, folder];
}

/** Writes a file whole or not at all, and makes its folder if there is none. */
export function writeWhole(file: string, text: string | Uint8Array): void {
  const part = `${file}.part`;
  makeFolders(dirname(file));
  try {
    writeFileSync(part, text);
    renameSync(part, file);
  } finally {
    rmSync(part, { force: true });
  }
}

/** Why a file could not be written, if so. Tries it beside the file, and leaves nothing behind. */
export function whyNotWritable(file: string): string | undefined {
  try {
    const found = statSync(file, { throwIfNoEntry: false });
    if (found && !found.isFile()) return found.isDirectory() ? 'it is a folder' : 'it is not a regular file';
    const probe = `${file}.part`;
    const made = makeFolders(dirname(file));
    try {
      // A full disk takes an empty file.
      writeFileSync(probe, 'x');
    } finally {
      rmSync(made[0] ?? probe, { recursive: true, force: true });
    }
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

import { closeSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
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

/** How many characters are written at a time: a call for each piece would take longer than its bytes. */
const PER_WRITE = 1_000_000;

function writePieces(file: string, pieces: Iterable<string>): void {
  const target = openSync(file, 'w');
  try {
    let text = '';
    for (const piece of pieces) {
      text += piece;
      if (text.length < PER_WRITE) continue;
      writeFileSync(target, text);
      text = '';
    }
    writeFileSync(target, text);
  } finally {
    closeSync(target);
  }
}

/** Where a file is written before it takes its name. Two runs may write to one folder at the same time. */
const partOf = (file: string): string => `${file}.${process.pid}.part`;

/** Writes a file whole or not at all, and makes its folder if there is none. `contents` may be the pieces of a text. */
export function writeWhole(file: string, contents: string | Uint8Array | Iterable<string>): void {
  const part = partOf(file);
  makeFolders(dirname(file));
  try {
    if (typeof contents === 'string' || contents instanceof Uint8Array) writeFileSync(part, contents);
    else writePieces(part, contents);
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
    const probe = partOf(file);
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

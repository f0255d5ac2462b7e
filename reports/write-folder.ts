import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { FolderFile } from './formats/format.ts';
import { makeFolders, whyNotWritable } from './write-whole.ts';

/** What is in the way of a folder with these entries: only a folder without anything else may be replaced. */
function obstacleIn(folder: string, entries: readonly string[]): string | undefined {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (!found) return undefined;
  if (!found.isDirectory()) return 'it is not a folder';
  const present = readdirSync(folder);
  const foreign = present.find((entry) => !entries.includes(entry));
  if (foreign !== undefined) return `it has something else in it: ${foreign}`;
  const isOther = present.length > 0 && present.length < entries.length;
  return isOther ? 'it is not empty, and was not written by this report' : undefined;
}

/** Why a folder could not be written or replaced, if so. Tries it beside the folder, and leaves nothing behind. */
export function whyNotReplaceable(folder: string, entries: readonly string[]): string | undefined {
  try {
    return obstacleIn(folder, entries) ?? whyNotWritable(`${resolve(folder)}.try`);
  } catch (error) {
    return (error as Error).message;
  }
}

/** Puts a folder in the place of another, which stays where it is if that fails. */
function replace(folder: string, made: string): void {
  const before = join(dirname(made), 'before');
  const isThere = statSync(folder, { throwIfNoEntry: false }) !== undefined;
  if (isThere) renameSync(folder, before);
  try {
    renameSync(made, folder);
  } catch (error) {
    if (isThere) renameSync(before, folder);
    throw error;
  }
}

/** Writes a folder whole or not at all. One that has these entries and no other is replaced. */
export function writeFolder(place: string, entries: readonly string[], files: Iterable<FolderFile>): void {
  const folder = resolve(place);
  const obstacle = obstacleIn(folder, entries);
  if (obstacle !== undefined) throw new Error(obstacle);
  makeFolders(dirname(folder));
  // Beside the folder, so that it is on the same disk.
  const workshop = mkdtempSync(`${folder}.part-`);
  const made = join(workshop, 'made');
  try {
    mkdirSync(made);
    for (const { path, contents } of files) {
      const file = join(made, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, contents);
    }
    replace(folder, made);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

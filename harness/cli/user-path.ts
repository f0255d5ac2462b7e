import { isAbsolute, relative, resolve } from 'node:path';

/** The folder of the user: npm runs scripts in the project's folder, and INIT_CWD is where it was called. */
export const currentFolder = (): string => process.env['INIT_CWD'] ?? process.cwd();

/** A path as the user means it. */
export const userPath = (path: string): string => resolve(currentFolder(), path);

/** A path as it is shown to the user: short if it is below their folder. */
export function shownPath(path: string): string {
  const short = relative(currentFolder(), path);
  return short.startsWith('..') || isAbsolute(short) ? path : short;
}

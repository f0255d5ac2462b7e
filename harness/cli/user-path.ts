import { resolve } from 'node:path';

/** A path as the user means it: npm runs scripts in the project's folder, and INIT_CWD is where it was called. */
export function userPath(path: string): string {
  return resolve(process.env['INIT_CWD'] ?? process.cwd(), path);
}

import { accessSync, constants, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UsageError } from './usage-error.ts';

/** Throws a UsageError if no file can be made in the folder for temporary files. */
export function checkTemporaryFolder(): void {
  const folder = tmpdir();
  try {
    if (!statSync(folder).isDirectory()) throw new Error('it is not a folder');
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new UsageError(
      `the folder for temporary files, ${folder}, cannot be used: ${(error as Error).message}; set TMPDIR to one that exists`,
    );
  }
}

/**
 * From now on every temporary file of this process, and of all that it starts, is in a folder of its own, which is
 * removed when the process ends: a driver that is killed cannot remove its files.
 */
export function useOwnTemporaryFolder(): void {
  checkTemporaryFolder();
  const folder = mkdtempSync(join(tmpdir(), 'redirect-conformance-'));
  process.env['TMPDIR'] = folder;
  // A process that is about to end may still write: then the folder is not empty at first.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
}

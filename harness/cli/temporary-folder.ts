import { accessSync, constants, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UsageError } from './usage-error.ts';

/** How much the temporary files of a run may need, in bytes: certificates, profiles of a browser, files to upload. */
const NEEDED = 2 ** 20;

/** Makes something in the folder for temporary files. Throws a UsageError that names the folder if that is not possible. */
function inTemporaryFolder<T>(make: (folder: string) => T): T {
  const folder = tmpdir();
  try {
    return make(folder);
  } catch (error) {
    throw new UsageError(
      `the folder for temporary files, ${folder}, cannot be used: ${(error as Error).message}; set TMPDIR to one that exists and has 1 MiB left`,
    );
  }
}

/** Throws a UsageError if no file can be made in the folder for temporary files. */
export function checkTemporaryFolder(): void {
  inTemporaryFolder((folder) => {
    if (!statSync(folder).isDirectory()) throw new Error('it is not a folder');
    accessSync(folder, constants.W_OK | constants.X_OK);
  });
}

function fill(folder: string): void {
  const file = join(folder, 'space');
  try {
    writeFileSync(file, Buffer.alloc(NEEDED, 1));
  } finally {
    rmSync(file, { force: true });
  }
}

/**
 * From now on every temporary file of this process, and of all that it starts, is in a folder of its own, which is
 * removed when the process ends: a driver that is killed cannot remove its files.
 */
export function useOwnTemporaryFolder(): void {
  checkTemporaryFolder();
  const folder = inTemporaryFolder((temporary) => mkdtempSync(join(temporary, 'redirect-conformance-')));
  // A process that is about to end may still write: then the folder is not empty at first.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  inTemporaryFolder(() => fill(folder));
  process.env['TMPDIR'] = folder;
}

import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes a file whole or not at all, and makes its folder if there is none. */
export function writeWhole(file: string, text: string): void {
  const part = `${file}.part`;
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(part, text);
    renameSync(part, file);
  } finally {
    rmSync(part, { force: true });
  }
}

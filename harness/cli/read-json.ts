import { existsSync, readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import { UsageError } from './usage-error.ts';

/** What is wrong with a text or an object, in one line. */
export function inOneLine(error: unknown): string {
  const text = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message;
  return text
    .split(/\s*\n\s*/)
    .join(' ')
    .trim();
}

/** Reads a JSON file that a schema describes. Throws a UsageError that names the file, what it should be, and what is wrong with it. */
export function readJson<Schema extends z.ZodType>(file: string, schema: Schema, what: string): z.infer<Schema> {
  if (!existsSync(file)) throw new UsageError(`${file}: no such file`);
  if (statSync(file).isDirectory()) throw new UsageError(`${file}: a folder, not a file`);
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new UsageError(`${file} is not a valid ${what}: ${inOneLine(error)}`);
  }
}

import { existsSync, readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import { UsageError } from './usage-error.ts';

type Issue = z.core.$ZodIssue;

/** For a value that fits none of several shapes: what is wrong inside of the nearest shape, if the value has one of them. */
function unfolded(issue: Issue): readonly Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const inside = issue.errors.filter((issues) => issues.every(({ path }) => path.length > 0));
  const [nearest] = inside.toSorted((a, b) => a.length - b.length);
  if (!nearest) return [issue];
  return nearest.flatMap((each) => unfolded({ ...each, path: [...issue.path, ...each.path] }));
}

/** What is wrong with a text or an object, in one line. */
export function inOneLine(error: unknown): string {
  const text =
    error instanceof z.ZodError ? z.prettifyError(new z.ZodError(error.issues.flatMap(unfolded))) : (error as Error).message;
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

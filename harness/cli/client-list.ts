import { existsSync } from 'node:fs';
import { UsageError } from './usage-error.ts';
import { userPath } from './user-path.ts';

/** Text between commas; a comma inside quotation marks does not count. */
const PARTS = /(?:"[^"]*"|'[^']*'|[^,])+/g;

/** A program keeps its quotation marks: they separate its arguments. */
const withoutQuotes = (name: string): string => (name.startsWith('exec:') ? name : name.replace(/^(["'])(.*)\1$/, '$2'));

/** Reads `--client`, which may be repeated, or hold several names between commas. A file that exists is one name, whatever its path. */
export function clientList(value: string, before: readonly string[] = []): readonly string[] {
  const isPath = value !== '' && existsSync(userPath(value));
  const names = isPath ? [value] : (value.match(PARTS) ?? []).map(withoutQuotes);
  if (names.length === 0) throw new UsageError(`--client=${value}: no client is named`);
  return [...before, ...names];
}

import { existsSync } from 'node:fs';
import { InvalidArgumentError } from 'commander';
import { programIn } from './program-command.ts';
import { userPath } from './user-path.ts';

/** Text between commas; a comma inside quotation marks does not count. */
const PARTS = /(?:"[^"]*"|'[^']*'|[^,])+/g;

/** A program keeps its quotation marks: they separate its arguments. */
const withoutQuotes = (name: string): string => (programIn(name) ? name : name.replace(/^(["'])(.*)\1$/, '$2'));

/** Reads `--client`, which may be repeated, or hold several names between commas. A file that exists is one name, whatever its path. Throws an InvalidArgumentError if there is no value. */
export function clientList(value: string, before: readonly string[] = []): readonly string[] {
  const isPath = value !== '' && existsSync(userPath(value));
  const names = isPath ? [value] : (value.match(PARTS) ?? []).map(withoutQuotes);
  if (names.length === 0) throw new InvalidArgumentError('It has no value.');
  return [...before, ...names];
}

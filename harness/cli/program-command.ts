import { parseArgsStringToArgv } from 'string-argv';

/** A program as `--client` names it. */
export interface NamedProgram {
  readonly words: readonly string[];
  /** Whether a library below it maps the addresses of a scenario: `exec+map:`. */
  readonly isMapped: boolean;
}

const PROGRAM = /^exec(\+map)?:/;

/** Reads `exec:python3 client.py`; undefined for the name of anything else. */
export function programIn(name: string): NamedProgram | undefined {
  const [prefix, map] = PROGRAM.exec(name) ?? [];
  if (prefix === undefined) return undefined;
  return { words: parseArgsStringToArgv(name.slice(prefix.length)), isMapped: map !== undefined };
}

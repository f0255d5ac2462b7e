import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import type { Script } from '../../../reports/reproduction/reproduction.ts';

/** How long a script may take, in milliseconds. A client that never settles does not end its script either. */
const LIMIT = 20_000;

/** What a script printed, and how it ended; no code if it did not end by itself. */
export interface ScriptRun {
  readonly printed: string;
  readonly code: number | null;
}

/** Where a script finds its client: packages in a folder, or the program that has it. */
export interface ScriptPlace {
  readonly folder: string;
  readonly program: string;
}

/** What runs a script that is on its input. */
const runners: Readonly<Record<Script['language'], (place: ScriptPlace) => readonly [program: string, ...args: string[]]>> = {
  javascript: () => [process.execPath, '--input-type=module', '-'],
  python: ({ program }) => [program, '-B', '-'],
  shell: () => ['bash', '-s'],
};

/** Runs a script to its end. */
export async function runScript({ script, language }: Script, place: ScriptPlace): Promise<ScriptRun> {
  const [program, ...args] = runners[language](place);
  const child = spawn(program, args, { cwd: place.folder, timeout: LIMIT, killSignal: 'SIGKILL' });
  child.stdin.end(script);
  const [printed, failed, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { printed: printed + failed, code: code as number | null };
}

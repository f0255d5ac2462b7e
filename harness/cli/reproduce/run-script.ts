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

/** What runs a script that it reads from its input. */
const runners: Readonly<Record<Script['language'], readonly [program: string, ...args: string[]]>> = {
  javascript: [process.execPath, '--input-type=module', '-'],
  python: ['python3', '-B', '-'],
  shell: ['bash', '-s'],
};

/** Runs a script in a folder, whose packages it has. */
export async function runScript({ script, language }: Script, folder: string): Promise<ScriptRun> {
  const [program, ...args] = runners[language];
  const child = spawn(program, args, { cwd: folder, timeout: LIMIT, killSignal: 'SIGKILL' });
  child.stdin.end(script);
  const [printed, failed, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  return { printed: printed + failed, code: code as number | null };
}

import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

/** How long a script may take, in milliseconds. A client that never settles does not end its script either. */
const LIMIT = 20_000;

/** What a script printed, and whether it ended by itself. */
export interface ScriptRun {
  readonly printed: string;
  readonly ended: boolean;
}

/** Runs a script of JavaScript with the packages of a folder. */
export async function runScript(script: string, folder: string): Promise<ScriptRun> {
  const child = spawn(process.execPath, ['--input-type=module', '-'], { cwd: folder, timeout: LIMIT, killSignal: 'SIGKILL' });
  child.stdin.end(script);
  const [printed, failed] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { printed: printed + failed, ended: child.signalCode === null };
}

import { spawn } from 'node:child_process';
import { buffer, text } from 'node:stream/consumers';

/** What a program printed, and its exit code. */
export interface ProgramResult {
  readonly code: number;
  readonly output: Buffer;
  readonly errors: string;
}

/** What a program gets beside its arguments. */
export interface ProgramInput {
  /** Variables beside those of this process. */
  readonly env?: Readonly<Record<string, string>>;
  /** What is written to its input, in base64, each part by itself; then the input ends. */
  readonly input?: readonly string[];
}

/** Runs a program to its end. */
export async function runProgram(
  program: string,
  args: readonly string[],
  { env, input = [] }: ProgramInput = {},
): Promise<ProgramResult> {
  const child = spawn(program, args, { env: { ...process.env, ...env } });
  const code = new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => resolve(status ?? -1));
  });
  child.stdin.on('error', () => {
    // It has ended without reading all of its input.
  });
  for (const part of input) child.stdin.write(Buffer.from(part, 'base64'));
  child.stdin.end();
  const [output, errors] = await Promise.all([buffer(child.stdout), text(child.stderr)]);
  return { code: await code, output, errors };
}

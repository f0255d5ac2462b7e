import { execFileSync } from 'node:child_process';
import { findChromium, missingForChromium } from './find-chromium.ts';

/** The Chromium of this machine. Throws an error that says how to bring it. */
export function chromiumProgram(): string {
  const missing = missingForChromium();
  if (missing !== undefined) throw new Error(missing);
  return findChromium()!;
}

export const doesNotStart = (program: string, why: string, cause?: unknown): Error =>
  new Error(`${program} does not start as a Chromium: ${why}; reinstall it, or let CHROMIUM name another one`, { cause });

/** What a browser said before it ended, out of what Playwright tells at length: why it gave up, or else its last line. */
export function lastOutputIn(message: string): string {
  const lines = [...message.matchAll(/\[err\] (.+)/g)].map(([, line = '']) => line);
  return lines.find((line) => line.includes('FATAL')) ?? lines.at(-1) ?? message.split('\n', 1)[0]!;
}

/** The version that a Chromium names itself. */
export function versionOfChromium(): string {
  const program = chromiumProgram();
  let text: string;
  try {
    text = execFileSync(program, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch (error) {
    throw doesNotStart(program, (error as Error).message, error);
  }
  const version = /\d+(\.\d+)+/.exec(text)?.[0];
  if (version === undefined) throw doesNotStart(program, 'it prints no version');
  return version;
}

import { execFileSync } from 'node:child_process';
import { findBrowser, type InstalledBrowser, missingFor } from './find-browser.ts';

/** The program of a browser on this machine. Throws an error that says how to bring it. */
export function programOf(browser: InstalledBrowser): string {
  const missing = missingFor(browser);
  if (missing !== undefined) throw new Error(missing);
  return findBrowser(browser)!;
}

export const doesNotStart = ({ name, variable }: InstalledBrowser, program: string, why: string, cause?: unknown): Error =>
  new Error(`${program} does not start as a ${name}: ${why}; reinstall it, or let ${variable} name another one`, { cause });

/** The version that a browser names itself. */
export function versionOfBrowser(browser: InstalledBrowser): string {
  const program = programOf(browser);
  let text: string;
  try {
    text = execFileSync(program, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch (error) {
    throw doesNotStart(browser, program, (error as Error).message, error);
  }
  const version = /\d+(\.\d+)+/.exec(text)?.[0];
  if (version === undefined) throw doesNotStart(browser, program, 'it prints no version');
  return version;
}

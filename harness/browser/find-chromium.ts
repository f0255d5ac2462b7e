import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The headless shell is the same browser without windows, and takes half the time. */
const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'chrome'];

type Environment = Readonly<Record<string, string | undefined>>;

const inPath = (name: string, { PATH = '' }: Environment): string | undefined =>
  PATH.split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));

/** Where a Chromium is: at CHROMIUM, or by one of its usual names in the PATH. */
export const findChromium = (env: Environment = process.env): string | undefined =>
  env['CHROMIUM'] || names.flatMap((name) => inPath(name, env) ?? [])[0];

/** What the columns of Chromium lack on this machine, and how to bring it; undefined if nothing is missing. */
export function missingForChromium(env: Environment = process.env): string | undefined {
  const program = findChromium(env);
  if (program === undefined)
    return 'no chromium is found; install it (Debian: apt-get install chromium-headless-shell), or set CHROMIUM';
  if (!existsSync(program)) return `there is no ${program}, which CHROMIUM names; correct it, or unset it`;
  return inPath('certutil', env) === undefined
    ? 'certutil, by which the browser is told whom to trust, is not found; install it (Debian: apt-get install libnss3-tools)'
    : undefined;
}

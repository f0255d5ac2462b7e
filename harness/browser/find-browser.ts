import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A browser as a machine has it. */
export interface InstalledBrowser {
  readonly name: 'Chromium' | 'Firefox';
  /** The variable that names its program, if it is not one of these in the PATH. */
  readonly variable: 'CHROMIUM' | 'FIREFOX';
  readonly programs: readonly string[];
  /** The package of Debian that brings it. */
  readonly package: string;
  /** The packages of npm that drive it. */
  readonly drivenBy: readonly string[];
}

/** The headless shell is the same browser without windows, and takes half the time. */
export const installedChromium: InstalledBrowser = {
  name: 'Chromium',
  variable: 'CHROMIUM',
  programs: ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'chrome'],
  package: 'chromium-headless-shell',
  drivenBy: ['playwright-core'],
};

export const installedFirefox: InstalledBrowser = {
  name: 'Firefox',
  variable: 'FIREFOX',
  programs: ['firefox-esr', 'firefox'],
  package: 'firefox-esr',
  drivenBy: [],
};

export const installedBrowsers: readonly InstalledBrowser[] = [installedChromium, installedFirefox];

type Environment = Readonly<Record<string, string | undefined>>;

const inPath = (name: string, { PATH = '' }: Environment): string | undefined =>
  PATH.split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));

/** Where a browser is: at what its variable names, or by one of its usual names in the PATH. */
export const findBrowser = ({ variable, programs }: InstalledBrowser, env: Environment = process.env): string | undefined =>
  env[variable] || programs.flatMap((name) => inPath(name, env) ?? [])[0];

/** What the columns of a browser lack on this machine, and how to bring it; undefined if nothing is missing. */
export function missingFor(browser: InstalledBrowser, env: Environment = process.env): string | undefined {
  const { name, variable, package: debian } = browser;
  const program = findBrowser(browser, env);
  if (program === undefined)
    return `no ${name.toLowerCase()} is found; install it (Debian: apt-get install ${debian}), or set ${variable}`;
  if (!existsSync(program)) return `there is no ${program}, which ${variable} names; correct it, or unset it`;
  return inPath('certutil', env) === undefined
    ? 'certutil, by which the browser is told whom to trust, is not found; install it (Debian: apt-get install libnss3-tools)'
    : undefined;
}

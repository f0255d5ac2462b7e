import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'chrome'];

/** Where a Chromium is: at CHROMIUM, or by one of its usual names in the PATH. */
export function findChromium({ CHROMIUM, PATH = '' }: NodeJS.ProcessEnv = process.env): string | undefined {
  if (CHROMIUM) return CHROMIUM;
  return names.flatMap((name) => PATH.split(delimiter).map((folder) => join(folder, name))).find((path) => existsSync(path));
}

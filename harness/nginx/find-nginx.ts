import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** An nginx of this machine. */
export interface InstalledNginx {
  readonly program: string;
  /** As it names itself in its answers, after `nginx/`. */
  readonly version: string;
}

/** Where systems install it, which is not always in the path of a user. */
const usualFolders = ['/usr/sbin', '/usr/local/sbin', '/usr/local/bin', '/opt/homebrew/bin'];

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** What to do where there is none. */
export const HOW_TO_INSTALL =
  'install it (Debian: apt-get install nginx-light), or name the program in the environment variable NGINX_PATH';

/** The nginx in NGINX_PATH, in the path of the user or where systems install it; undefined if there is none that starts. */
export function findNginx(env: Readonly<Record<string, string | undefined>> = process.env): InstalledNginx | undefined {
  const folders = [...(env['PATH'] ?? '').split(delimiter).filter(Boolean), ...usualFolders];
  const program = env['NGINX_PATH'] || folders.map((folder) => join(folder, 'nginx')).find(isProgram);
  if (program === undefined) return undefined;
  const { stderr } = spawnSync(program, ['-v'], { encoding: 'utf8', env: {} });
  const version = /nginx version: nginx\/(.+)/.exec(stderr ?? '')?.[1]?.trim();
  return version === undefined ? undefined : { program, version };
}

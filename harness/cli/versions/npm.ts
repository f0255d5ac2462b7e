import { execFile } from 'node:child_process';

/** What npm could not do, in one line. */
export class NpmError extends Error {
  override readonly name = 'NpmError';
  /** As npm names it: `E404`, `ETARGET`, `ECONNREFUSED`. */
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** Most that npm prints of a package with many releases, in bytes. */
const MOST_PRINTED = 64 * 2 ** 20;

/** How long npm tries again where a registry does not answer, in milliseconds. */
const PATIENCE = ['--fetch-retries=1', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=2000'];

/** npm says with `--json` what went wrong, and in its log. */
function errorFrom(stdout: string, stderr: string): NpmError {
  const [, code = ''] = /npm error code (\S+)/.exec(stderr) ?? [];
  const [, said] =
    /npm error (?!code|errno|syscall|A complete log|network This|network In)(?:network |\d{3} )?(.+)/.exec(stderr) ?? [];
  return new NpmError(code, said ?? (stdout.trim().split('\n')[0] || 'npm failed'));
}

/** What npm prints. Throws a NpmError. */
export function runNpm(args: readonly string[], cwd: string): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile('npm', [...args, ...PATIENCE], { cwd, maxBuffer: MOST_PRINTED }, (error, stdout, stderr) => {
      if (error) reject(error.code === 'ENOENT' ? new NpmError('ENOENT', 'npm is not installed') : errorFrom(stdout, stderr));
      else resolve(stdout);
    });
  });
}

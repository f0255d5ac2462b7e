import { fork } from 'node:child_process';
import { once } from 'node:events';
import { modulePath } from '../installation.ts';
import { userPath } from './user-path.ts';

const listImports = modulePath('harness/drivers/node/list-imports');

/** How long an adapter may take to load, in milliseconds. */
const LOAD_LIMIT = 20_000;

/** The files that Node.js reads for an adapter, those of packages too. `packages` is the folder in which its packages are installed. */
export async function filesOfAdapter(adapter: string, ...packages: readonly string[]): Promise<readonly string[]> {
  const child = fork(listImports, [adapter, ...packages], {
    cwd: userPath('.'),
    stdio: 'ignore',
    timeout: LOAD_LIMIT,
    killSignal: 'SIGKILL',
  });
  const listed: Promise<readonly [readonly string[]]> = once(child, 'message') as never;
  const [files] = await Promise.race([listed, once(child, 'exit').then(() => [[adapter]] as const)]);
  return files;
}

import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

/** The folder of the project, or of the installed package; both have the same folders in it. */
export const root = join(import.meta.dirname, '..');

const extension = extname(import.meta.filename);

/** Whether this is a clone with the project's own tests, not the installed package, which is compiled. */
export const isClone = extension === '.ts';

/** The path of a module of this program: TypeScript in a clone, JavaScript in the package. `name` is relative to the root, without extension. */
export const modulePath = (name: string): string => join(root, name + extension);

/** The version of this program. */
export function toolVersion(): string {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string };
  return version;
}

/** What a user types to start this program; options follow after it. */
export const toolCommand = isClone ? 'npm test --' : 'npx redirect-conformance';

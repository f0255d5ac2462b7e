import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The paths of relative imports in declarations, which the compiler leaves as they are in the source. */
const IMPORTED = /(?<=\b(?:from|import) ?\(?)(['"])(\.[^'"]+)\.ts\1/g;

/**
 * Makes the declarations in a folder those of a package: relative imports end in `.js`, as projects without
 * `allowImportingTsExtensions` need it, and what no entry imports is removed. Entries are paths without extension.
 */
export function prepareDeclarations(folder: string, entries: readonly string[]): void {
  const reached = new Set(entries.map((entry) => join(folder, entry)));
  // A set grows while it is walked.
  for (const path of reached) {
    const text = readFileSync(`${path}.d.ts`, 'utf8');
    for (const [, , imported = ''] of text.matchAll(IMPORTED)) reached.add(join(dirname(path), imported));
    writeFileSync(`${path}.d.ts`, text.replace(IMPORTED, '$1$2.js$1'));
  }
  for (const file of globSync('**/*.d.ts', { cwd: folder }))
    if (!reached.has(join(folder, file.slice(0, -'.d.ts'.length)))) rmSync(join(folder, file));
}

import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { docSections } from './doc-sections.ts';
import { matrixSections } from './matrix-sections.ts';
import { withSections } from './sections.ts';

/**
 * `docs.ts [results.json]` refreshes every section of the pages that is made from the source. The matrix of the README
 * comes from the results of a whole run; without results, it stays as it is.
 */
const [, , resultsFile = 'conformance-report/results.json'] = process.argv;

const root = join(import.meta.dirname, '../..');

function refresh(page: string, sections: ReadonlyMap<string, () => string>): void {
  const file = join(root, page);
  writeFileSync(file, withSections(readFileSync(file, 'utf8'), sections));
}

for (const page of globSync('docs/*.md', { cwd: root })) refresh(page, docSections);
if (existsSync(resultsFile)) refresh('README.md', matrixSections(resultsFile));
else console.error(`${resultsFile}: no such file, so the matrix of the README stays as it is; run \`npm run report\` first`);

import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Results } from '../../suites/vocabulary/result.ts';
import { bundledClients } from '../clients/index.ts';
import { root } from '../installation.ts';
import { docSections } from './doc-sections.ts';
import { matrixSections } from './matrix-sections.ts';
import { withSections } from './sections.ts';

/**
 * `docs.ts [results.json]` refreshes every section of the pages that is made from the source. The matrix of the README
 * comes from the results of a whole run; without results, it stays as it is.
 */
const [, , resultsFile = 'conformance-report/results.json'] = process.argv;

/** Whether a run had all clients and the whole catalogue. */
const isWhole = ({ run, columns }: Results): boolean =>
  run.selection === undefined &&
  run.partial === undefined &&
  bundledClients.every(({ id }) => columns.some((column) => column.id === id));

function refresh(page: string, sections: ReadonlyMap<string, () => string>): void {
  const file = join(root, page);
  writeFileSync(file, withSections(readFileSync(file, 'utf8'), sections));
}

for (const page of globSync('docs/*.md', { cwd: root })) refresh(page, docSections);
const results = existsSync(resultsFile) ? (JSON.parse(readFileSync(resultsFile, 'utf8')) as Results) : undefined;
if (results && isWhole(results)) refresh('README.md', matrixSections(results));
else console.error(`no results of a whole run, so the matrix of the README stays as it is; run \`npm run report\` first`);

import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Results } from '../../suites/vocabulary/result.ts';
import { everydayClients, furtherClients } from '../clients/index.ts';
import { root } from '../installation.ts';
import { docSections } from './doc-sections.ts';
import { matrixSections } from './matrix-sections.ts';
import { withSections } from './sections.ts';

/**
 * `docs.ts [results.json]` refreshes every section of the pages that is made from the source. The tables of the README
 * come from the results of the clients that CI runs (`npm run readme`); without them, they stay as they are.
 */
const [, , resultsFile = 'conformance-report/results.json'] = process.argv;

/** Whether these are results of every client of npm, for the whole catalogue. */
const isWhole = ({ run, columns }: Results): boolean => {
  const has = (id: string): boolean => columns.some((column) => column.id === id);
  return (
    run.selection === undefined && run.partial === undefined && [...everydayClients, ...furtherClients].every(({ id }) => has(id))
  );
};

function refresh(page: string, sections: ReadonlyMap<string, () => string>): void {
  const file = join(root, page);
  writeFileSync(file, withSections(readFileSync(file, 'utf8'), sections));
}

for (const page of globSync('docs/*.md', { cwd: root })) refresh(page, docSections);
const results = existsSync(resultsFile) ? (JSON.parse(readFileSync(resultsFile, 'utf8')) as Results) : undefined;
if (results && isWhole(results)) refresh('README.md', matrixSections(results));
else console.error('no results of `npm run readme`, so the tables of the README stay as they are');

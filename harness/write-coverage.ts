import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { coverage, coveredRows, isCovered } from '../suites/coverage/coverage.ts';
import gaps from '../suites/coverage/gaps.json' with { type: 'json' };
import { coveragePage } from '../suites/coverage/table.ts';
import { suites } from '../suites/index.ts';

const root = join(import.meta.dirname, '..');
const listFile = join(root, 'suites/coverage/covered.txt');

const now = coverage(suites);
const covered: ReadonlySet<string> = new Set(now.behaviours.filter(isCovered).map(({ id }) => id));

const lost = readFileSync(listFile, 'utf8')
  .split('\n')
  .filter((id) => id !== '' && !covered.has(id));
if (lost.length > 0) {
  throw new Error(`No scenario covers ${lost.join(', ')} any more. If that is meant, delete the rows from covered.txt by hand.`);
}

/** A row that is covered needs no reason any more. */
const needed = Object.entries(gaps).map(([reason, rows]) => [
  reason,
  Object.fromEntries(Object.entries(rows).filter(([id]) => !covered.has(id))),
]);

writeFileSync(listFile, coveredRows(now));
writeFileSync(join(root, 'suites/coverage/gaps.json'), `${JSON.stringify(Object.fromEntries(needed), undefined, 2)}\n`);
writeFileSync(join(root, 'docs/coverage.md'), coveragePage(now));

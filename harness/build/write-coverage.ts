import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { coverage, isCovered } from '../../suites/coverage/coverage.ts';
import gaps from '../../suites/coverage/gaps.json' with { type: 'json' };
import { coveragePage } from '../../suites/coverage/table.ts';
import { suites } from '../../suites/index.ts';

const root = join(import.meta.dirname, '../..');
const now = coverage(suites);
const covered: ReadonlySet<string> = new Set(now.behaviours.filter(isCovered).map(({ id }) => id));

/** The reasons, without the rows that are covered now. */
const neededGaps = Object.fromEntries(
  Object.entries(gaps).map(([reason, rows]) => [
    reason,
    Object.fromEntries(Object.entries(rows).filter(([row]) => !covered.has(row))),
  ]),
);

writeFileSync(join(root, 'suites/coverage/gaps.json'), `${JSON.stringify(neededGaps, undefined, 2)}\n`);
writeFileSync(join(root, 'docs/coverage.md'), coveragePage(now));

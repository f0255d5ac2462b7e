import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import picomatch from 'picomatch';
import { commaList } from '../../cli/comma-list.ts';
import { Interrupted } from '../../cli/interruption.ts';
import { beginRun } from '../../cli/run.ts';
import { UsageError } from '../../cli/usage-error.ts';
import { root } from '../../installation.ts';
import { faultTable, isRight, judgeRow } from './fault-table.ts';
import { type FaultRow, isSeeable } from './known-fault.ts';
import { runFaults, subjectOf } from './run-releases-of-faults.ts';
import { knownFaults } from './rows/index.ts';

// `benchmark.ts [--only=<globs of ids>] [--write]` runs releases with known faults, and those without. It needs the registry of npm.

/** The page that has the table after this heading. */
const PAGE = join(root, 'docs/faults.md');
const HEADING = '## The rows\n';

const { only, write } = new Command('benchmark:faults')
  .option('--only <globs>', 'only the rows with these ids, or of these clients', commaList)
  .option('--write', 'write the table to docs/faults.md')
  .parse()
  .opts<{ readonly only?: readonly string[]; readonly write?: true }>();

/** Whether a row is asked for, by its id or by its client. */
const isAsked = ({ id, vulnerable }: FaultRow): boolean =>
  !only || [id, subjectOf(vulnerable)].some((name) => picomatch.isMatch(name, [...only]));

const rows = knownFaults.filter(isAsked);

/** What is wrong with the options, in one line. */
function refusal(): string | undefined {
  if (rows.length === 0) return `--only=${only?.join()}: no row has such an id or client`;
  return only && write ? '--write writes all rows; leave out --only' : undefined;
}

try {
  const refused = refusal();
  if (refused !== undefined) throw new UsageError(refused);
  const outcomes = await runFaults(rows.filter(isSeeable), beginRun());
  const judged = rows.map((row) => judgeRow(row, outcomes));
  const table = faultTable(judged);
  console.log(table);
  const seen = judged.filter(({ verdict }) => verdict.isSeen).length;
  const unexplained = judged.filter((each) => !isRight(each));
  console.error(
    `${seen} of ${judged.length} seen, ${judged.length - seen - unexplained.length} with a reason, ${unexplained.length} missed`,
  );
  if (write) {
    const page = readFileSync(PAGE, 'utf8');
    writeFileSync(PAGE, `${page.slice(0, page.indexOf(HEADING))}${HEADING}\n${table}\n`);
  }
  process.exitCode = unexplained.length > 0 ? 1 : 0;
} catch (error) {
  if (error instanceof UsageError) console.error(`benchmark:faults: ${error.message}`);
  else if (!(error instanceof Interrupted)) throw error;
  process.exitCode = error instanceof Interrupted ? error.code : 2;
}

import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { availableParallelism, tmpdir } from 'node:os';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { InvalidArgumentError, Command } from 'commander';
import type { Cell, Results } from '../../suites/vocabulary/result.ts';
import { counted } from '../../suites/wording/counted.ts';
import { clientList } from '../cli/client-list.ts';
import { commaList } from '../cli/comma-list.ts';
import { planRun, type RunPlan } from '../cli/plan-run.ts';
import { beginRun, execute } from '../cli/run.ts';

// Whether results are the same in every run, whatever the order, the number of workers and the load of the machine:
// `npm run determinism -- [--client=names] [--suite=globs] [--runs=n]`.

interface Options {
  readonly client?: readonly string[];
  readonly suite?: readonly string[];
  readonly runs: number;
}

/** How the runs differ; they take turns. */
const workers = [1, 2, 4] as const;
const loads = ['idle', 'busy'] as const;

function countOf(value: string): number {
  const count = Number(value);
  if (!Number.isInteger(count) || count < 2) throw new InvalidArgumentError('Expected a number from 2.');
  return count;
}

/** The same members in another order, which depends on the seed alone. */
function shuffled(members: readonly string[], seed: number): readonly string[] {
  const rank = (member: string): string => createHash('sha256').update(`${seed} ${member}`).digest('hex');
  return members
    .map((member) => ({ member, rank: rank(member) }))
    .toSorted((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ member }) => member);
}

/** Keeps every core busy until the returned function is called. */
function keepCoresBusy(): () => void {
  const busy = Array.from({ length: availableParallelism() }, () => spawn(process.execPath, ['-e', 'for (;;);']));
  return () => {
    for (const child of busy) child.kill('SIGKILL');
  };
}

const keyOf = ({ column, scenario }: Cell): string => `${column} ${scenario}`;
const findingsOf = ({ checks }: Cell): string => JSON.stringify(Object.entries(checks).map(([id, { finding }]) => [id, finding]));

/** Where two values of JSON first differ, with both values: `observation.requests.1.method: "GET", "POST"`. */
function firstDifference(before: unknown, after: unknown, path: readonly string[] = []): string | undefined {
  if (typeof before !== 'object' || typeof after !== 'object' || !before || !after) {
    return before === after ? undefined : `${path.join('.')}: ${JSON.stringify(before)}, ${JSON.stringify(after)}`;
  }
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const member = (value: object, name: string): unknown => (value as Readonly<Record<string, unknown>>)[name];
  for (const name of names) {
    const found = firstDifference(member(before, name), member(after, name), [...path, name]);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Cells that differ, each with the first difference. */
interface Difference {
  /** With another finding. */
  readonly findings: readonly string[];
  /** With the same findings, whose exchanges are not the same in each byte. */
  readonly exchanges: readonly string[];
}

function compare(before: Results, after: Results): Difference {
  const earlier = new Map(before.cells.map((cell) => [keyOf(cell), cell]));
  const differing = after.cells.flatMap((cell) => {
    const other = earlier.get(keyOf(cell));
    const where = firstDifference(other, cell);
    const isOther = other === undefined || findingsOf(other) !== findingsOf(cell);
    return where === undefined ? [] : [{ isOther, line: `${keyOf(cell)} ${where}` }];
  });
  const linesOf = (isOther: boolean): readonly string[] =>
    differing.flatMap((each) => (each.isOther === isOther ? [each.line] : []));
  return { findings: linesOf(true), exchanges: linesOf(false) };
}

const { client, suite, runs } = new Command('determinism')
  .option('--client <names>', 'as in a run', clientList)
  .option('--suite <globs>', 'as in a run', commaList)
  .option('--runs <n>', 'how many runs', countOf, 20)
  .parse()
  .opts<Options>();

const output = mkdtempSync(join(tmpdir(), 'redirect-conformance-determinism-'));
const interruption = beginRun();
const plan = await planRun({ ...(client && { client }), ...(suite && { suite }), output });

async function resultsOf(run: number): Promise<Results> {
  const columns = plan.columns.map((column) => ({ ...column, scenarios: shuffled(column.scenarios, run) }));
  const shuffledPlan: RunPlan = { ...plan, columns, ownTests: false, isQuiet: true, reports: [] };
  const reporter = await execute(shuffledPlan, interruption, { maxWorkers: String(workers[run % workers.length]) });
  if (!reporter.results || reporter.faulty) throw new Error(`run ${run + 1} cannot be trusted; see above`);
  return reporter.results;
}

let first: Results | undefined;
let differing = 0;
console.log('run  workers  cores  seconds  other findings  other bytes');
for (let run = 0; run < runs; run += 1) {
  const load = loads[Math.floor(run / workers.length) % loads.length] ?? 'idle';
  const calm = load === 'busy' ? keepCoresBusy() : () => {};
  const start = performance.now();
  const results = await resultsOf(run).finally(calm);
  first ??= results;
  const { findings, exchanges } = compare(first, results);
  differing += findings.length;
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  const row = [String(run + 1).padEnd(4), String(workers[run % workers.length]).padEnd(8), load.padEnd(6), seconds.padEnd(8)];
  console.log([...row, String(findings.length).padEnd(15), exchanges.length].join(' '));
  for (const cell of findings) console.log(`     other finding: ${cell}`);
  for (const cell of exchanges) console.log(`     other bytes: ${cell}`);
}
const cells = counted(first?.cells.length ?? 0, 'cell');
console.log(`${cells} in ${counted(runs, 'run')}: ${differing === 0 ? 'every finding is the same' : `${differing} differ`}`);
// vitest sets it where a client deviates, which is no matter here.
process.exitCode = differing === 0 ? 0 : 1;

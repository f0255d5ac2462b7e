import { globSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { writeWhole } from '../../reports/write-whole.ts';
import { allScenarios } from '../../suites/index.ts';
import { plainAdapter } from '../fixtures/command-line.ts';
import { type Cost, costOf } from './cost.ts';
import { isPlain } from './plain.ts';

// How the cost of a run grows with scenarios and with columns: `npm run bench:scale -- [file]`. No test depends on it.

const [, , file = 'conformance-report/scale.json'] = process.argv;
const folder = mkdtempSync(join(tmpdir(), 'redirect-conformance-scale-'));

/** How many scenarios are run once, and multiplied. */
const SCENARIOS = 500;
const TIMES = [1, 4, 16];
/** Beside one. */
const COLUMNS = [5, 25];

const plain = allScenarios.filter(isPlain).slice(0, SCENARIOS);

/** A file with a suite of a user's own: these scenarios, so many times. Each copy has names of its own. */
function suiteFile(times: number): string {
  const path = join(folder, `times-${times}.json`);
  const copies = Array.from({ length: times }, (_, copy) =>
    plain.map(({ id, title, routes, calls, alsoListening, checks }) => ({
      id: `house/${copy}-${id.replace('/', '-')}`,
      title,
      routes,
      calls,
      ...(alsoListening && { alsoListening }),
      checks: checks.map(({ fact, rulings }) => ({
        fact,
        rulings: rulings.map(({ level, expect, requirement }) => ({ level, expect, requirement })),
      })),
    })),
  );
  writeFileSync(path, JSON.stringify({ id: 'house', title: 'Generated', scenarios: copies.flat() }));
  return path;
}

/** Adapters that are alike, each a column. */
function adapters(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const path = join(folder, `client-${index}.js`);
    writeFileSync(path, plainAdapter(`client-${index}`));
    return path;
  });
}

interface Row extends Cost {
  readonly scenarios: number;
  readonly columns: number;
  /** Compact results on the disk, in kB. */
  readonly stored: number;
}

async function row(times: number, columns: number): Promise<Row> {
  const output = join(folder, 'out');
  const cost = await costOf(
    `--client=${adapters(columns).join()}`,
    `--scenarios=${suiteFile(times)}`,
    '--suite=house',
    `--output=${output}`,
    '--reporter=compact',
    '--reporter=no-json',
  );
  const stored = globSync(join(output, 'compact/**/*.br')).reduce((sum, path) => sum + statSync(path).size, 0);
  rmSync(output, { recursive: true });
  return { scenarios: times * plain.length, columns, ...cost, stored: stored / 1000 };
}

const seconds = (value: number): string => value.toFixed(1);

/** A row of a Markdown table. */
function shown({ scenarios, columns, wall, processor, memory, stored }: Row): string {
  const perResult = ((processor * 1000) / (scenarios * columns)).toFixed(1);
  const cells = [scenarios, columns, seconds(wall), seconds(processor), perResult, Math.round(memory), Math.round(stored)];
  return `| ${cells.join(' | ')} |`;
}

const machine = `${availableParallelism()} cores, ${cpus()[0]?.model.trim()}`;
console.log(`${machine}\n`);
console.log(
  '| scenarios | columns | wall, s | processor, s | processor for each result, ms | largest process, MB | stored, kB |',
);
console.log('| --- | --- | --- | --- | --- | --- | --- |');
const rows: Row[] = [];
for (const [times, columns] of [...TIMES.map((each) => [each, 1] as const), ...COLUMNS.map((each) => [1, each] as const)]) {
  const next = await row(times, columns);
  console.log(shown(next));
  rows.push(next);
}
rmSync(folder, { recursive: true });
writeWhole(resolve(process.env['INIT_CWD'] ?? '.', file), `${JSON.stringify({ machine, rows }, null, 2)}\n`);

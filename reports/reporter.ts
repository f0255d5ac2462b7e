import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Reporter, SerializedError, TestCase, TestModule } from 'vitest/node';
import type { Cell, Column, Results, RunHeader } from '../suites/vocabulary/result.ts';
import { renderHtml } from './formats/html/render.ts';
import { renderTerminal } from './formats/terminal.ts';
import { assembleResults, type House } from './results.ts';

interface Options {
  readonly house: House;
  readonly run: Omit<RunHeader, 'startedAt'>;
  /** Folder for `results.json` and `index.html`. */
  readonly output: string;
}

/** Writes a file whole or not at all. */
function writeWhole(file: string, text: string): void {
  writeFileSync(`${file}.part`, text);
  renameSync(`${file}.part`, file);
}

/** Gathers what the tests leave in their meta data, writes results and report, and prints the summary. */
export class ConformanceReporter implements Reporter {
  readonly #options: Options;
  readonly #columns = new Map<string, Column>();
  readonly #cells: Cell[] = [];
  readonly #unexpected: string[] = [];
  readonly #counts = { passed: 0, failed: 0, skipped: 0, pending: 0 };
  /** Errors outside of any test: a file that cannot be loaded, an exception that nobody caught. */
  readonly #broken: string[] = [];
  readonly #startedAt = new Date().toISOString();

  constructor(options: Options) {
    this.#options = options;
  }

  /** True once any cell tells of a broken harness or adapter: the run cannot be trusted. */
  get faulty(): boolean {
    return this.#broken.length > 0 || this.#cells.some(({ fault }) => fault !== undefined);
  }

  /** How many tests failed. */
  get failed(): number {
    return this.#counts.failed;
  }

  /** How many tests really ran. */
  get ran(): number {
    return this.#counts.passed + this.#counts.failed;
  }

  onTestCaseResult(test: TestCase): void {
    const { cell, column, unexpected = [] } = test.meta();
    this.#counts[test.result().state] += 1;
    if (cell) this.#cells.push(cell);
    if (column) this.#columns.set(column.id, column);
    this.#unexpected.push(...unexpected);
  }

  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const suites = modules.flatMap((module) => [...module.children.allSuites()]);
    const broken = [...[...modules, ...suites].flatMap((part) => part.errors()), ...unhandled];
    this.#broken.push(...broken.map(({ message }) => message));
    if (this.#cells.length > 0) this.#report();
    for (const message of this.#broken) console.error(`redirect-conformance: ${message}`);
    const { passed, failed, skipped } = this.#counts;
    console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  }

  #report(): void {
    const { house, run, output } = this.#options;
    const results: Results = assembleResults(
      { ...run, startedAt: this.#startedAt },
      house,
      [...this.#columns.values()],
      this.#cells,
    );
    mkdirSync(output, { recursive: true });
    writeWhole(join(output, 'results.json'), JSON.stringify(results));
    const page = join(output, 'index.html');
    writeWhole(page, renderHtml(results));
    const colour = process.stdout.isTTY && !process.env['NO_COLOR'];
    const width = process.stdout.isTTY ? process.stdout.columns : 120;
    console.log(
      renderTerminal(results, { colour, width, reportPath: relative(process.cwd(), page) || pathToFileURL(page).href }),
    );
    if (this.#unexpected.length > 0)
      console.log(`Unexpected results:\n${this.#unexpected.map((line) => `  ${line}`).join('\n')}\n`);
  }
}

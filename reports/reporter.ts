import type { Reporter, SerializedError, TestCase, TestModule } from 'vitest/node';
import type { Cell, Column, RunHeader } from '../suites/vocabulary/result.ts';
import { assembleResults, type Definitions } from './model/results.ts';
import { type ReportFile, writeReports } from './write-reports.ts';

interface Options {
  readonly definitions: Definitions;
  readonly run: Omit<RunHeader, 'startedAt'>;
  /** The ids of the columns, in the order in which results and reports show them. Columns end in any order. */
  readonly columns: readonly Column['id'][];
  /** The folder of the report. */
  readonly output: string;
  /** Files to add to that folder. */
  readonly files?: readonly ReportFile[];
}

/** Collects what the tests leave in their metadata, and reports it in every format when the run has ended. */
export class ConformanceReporter implements Reporter {
  readonly #options: Options;
  readonly #columns = new Map<string, Column>();
  readonly #cells: Cell[] = [];
  readonly #unexpected: string[] = [];
  readonly #counts = { passed: 0, failed: 0, skipped: 0, pending: 0 };
  /** Errors outside of any test: a file that cannot be loaded, an exception that was not caught. */
  readonly #broken: string[] = [];
  readonly #startedAt = new Date().toISOString();

  constructor(options: Options) {
    this.#options = options;
  }

  /** True if the harness or an adapter failed in any cell: the run cannot be trusted. */
  get faulty(): boolean {
    return this.#broken.length > 0 || this.#cells.some(({ fault }) => fault !== undefined);
  }

  /** How many tests failed. */
  get failed(): number {
    return this.#counts.failed;
  }

  /** How many tests were not skipped. */
  get ran(): number {
    return this.#counts.passed + this.#counts.failed;
  }

  onTestCaseResult(test: TestCase): void {
    const { cell, column, lateCells = [], unexpected = [] } = test.meta();
    this.#counts[test.result().state] += 1;
    if (cell) this.#cells.push(cell);
    for (const late of lateCells) this.#replace(late);
    if (column) this.#columns.set(column.id, column);
    this.#unexpected.push(...unexpected);
  }

  async onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): Promise<void> {
    const suites = modules.flatMap((module) => [...module.children.allSuites()]);
    const broken = [...[...modules, ...suites].flatMap((part) => part.errors()), ...unhandled];
    this.#broken.push(...broken.map(({ message }) => message));
    if (this.#cells.length > 0) await this.#report();
    for (const message of this.#broken) console.error(`redirect-conformance: ${message}`);
    const { passed, failed, skipped } = this.#counts;
    console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  }

  #replace(late: Cell): void {
    const index = this.#cells.findIndex(({ column, scenario }) => column === late.column && scenario === late.scenario);
    if (index >= 0) this.#cells[index] = late;
  }

  async #report(): Promise<void> {
    const { definitions, run, columns: ids, output, files = [] } = this.#options;
    const columns = ids.flatMap((id) => this.#columns.get(id) ?? []);
    const results = assembleResults({ ...run, startedAt: this.#startedAt }, definitions, columns, this.#cells);
    await writeReports(results, { output, unexpected: this.#unexpected, files });
  }
}

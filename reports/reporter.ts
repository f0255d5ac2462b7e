import type { Reporter, SerializedError, TestCase, TestModule, TestRunEndReason } from 'vitest/node';
import { failsRun } from '../suites/judging/unexpected.ts';
import type { Column, Results, RunHeader, Unexpected } from '../suites/vocabulary/result.ts';
import type { Untested } from './formats/format.ts';
import { KeptCells } from './model/kept-cells.ts';
import { assembleResults, type Definitions } from './model/results.ts';
import type { Progress } from './progress.ts';
import { type PlannedReport, type ReportFile, writeReports } from './write-reports.ts';

interface Options {
  readonly definitions: Definitions;
  readonly run: Omit<RunHeader, 'startedAt'>;
  /** The ids of the columns, in the order in which results and reports show them. Columns end in any order. */
  readonly columns: readonly Column['id'][];
  /** The folder of the report. */
  readonly output: string;
  readonly reports: readonly PlannedReport[];
  /** Files to add to that folder. */
  readonly files?: readonly ReportFile[];
  /** The results of an earlier run, to show what changed. */
  readonly earlier?: Results;
  /** What no scenario tests. */
  readonly untested?: readonly Untested[];
  /** Shows how far the run is. */
  readonly progress?: Progress;
  /** Whether the numbers of passed and failed tests are left out. */
  readonly isQuiet?: true;
}

/** Collects what the tests leave in their metadata, and reports it in every format when the run has ended. */
export class ConformanceReporter implements Reporter {
  readonly #options: Options;
  readonly #columns = new Map<string, Column>();
  readonly #cells = new KeptCells();
  readonly #unexpected: Unexpected[] = [];
  readonly #counts = { passed: 0, failed: 0, skipped: 0, pending: 0 };
  /** Errors outside of any test: a file that cannot be loaded, an exception that was not caught. */
  readonly #broken: string[] = [];
  #results: Results | undefined;
  #partial: RunHeader['partial'];
  readonly #startedAt = new Date().toISOString();

  constructor(options: Options) {
    this.#options = options;
  }

  /** True if the harness or an adapter failed in any cell: the run cannot be trusted. */
  get faulty(): boolean {
    return this.#broken.length > 0 || this.#cells.all.some(({ fault }) => fault !== undefined);
  }

  /** The results, once the run has ended; none if no scenario ran. */
  get results(): Results | undefined {
    return this.#results;
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
    const meta = test.meta();
    const { cell, column, lateCells = [], unexpected = [], stoppedEarly } = meta;
    // vitest keeps the metadata of every test until the end.
    delete meta.cell;
    if (stoppedEarly) this.#partial = 'stopped early';
    this.#counts[test.result().state] += 1;
    if (cell) this.#cells.add(cell);
    for (const late of lateCells) this.#cells.replace(late);
    if (column) this.#columns.set(column.id, column);
    this.#unexpected.push(...unexpected);
    const failing = unexpected.filter(failsRun);
    this.#options.progress?.add(test.project.name, cell ? 1 : 0, failing.length);
  }

  onTestModuleStart({ project }: TestModule): void {
    this.#options.progress?.start(project.name);
  }

  onTestModuleEnd({ project }: TestModule): void {
    this.#options.progress?.end(project.name);
  }

  async onTestRunEnd(
    modules: readonly TestModule[],
    unhandled: readonly SerializedError[],
    reason: TestRunEndReason,
  ): Promise<void> {
    this.#options.progress?.clear();
    if (reason === 'interrupted') this.#partial = 'interrupted';
    const suites = modules.flatMap((module) => [...module.children.allSuites()]);
    const broken = [...[...modules, ...suites].flatMap((part) => part.errors()), ...unhandled];
    this.#broken.push(...broken.map(({ message }) => message));
    if (this.#cells.all.length > 0) {
      this.#results = this.#assemble();
      const { output, reports, files = [], earlier, untested } = this.#options;
      const options = { output, reports, files, ...(earlier && { earlier }), ...(untested && { untested }) };
      this.#broken.push(...(await writeReports(this.#results, options)));
    }
    for (const message of this.#broken) console.error(`redirect-conformance: ${message}`);
    const { passed, failed, skipped } = this.#counts;
    if (!this.#options.isQuiet) console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  }

  #assemble(): Results {
    const { definitions, run, columns: ids } = this.#options;
    const columns = ids.flatMap((id) => this.#columns.get(id) ?? []);
    const header = { ...run, startedAt: this.#startedAt, ...(this.#partial && { partial: this.#partial }) };
    return assembleResults(header, definitions, { columns, cells: this.#cells.all, unexpected: this.#unexpected });
  }
}

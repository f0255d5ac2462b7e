import type { Column, Results } from '../../suites/vocabulary/result.ts';
import type { Scenario, Suite } from '../../suites/vocabulary/scenario.ts';
import type { Verdict } from '../../suites/vocabulary/verdict.ts';
import { viewCell, type CellView } from './cell-view.ts';
import { cellReader } from './cells.ts';

/** How many cells have each verdict. */
export type Counts = Readonly<Record<Verdict, number>>;

/** Cells and counts are in the order of the columns. */
export interface Matrix {
  readonly columns: readonly Column[];
  readonly suites: readonly MatrixSuite[];
  readonly totals: readonly Counts[];
}

export interface MatrixSuite {
  readonly suite: Suite;
  readonly rows: readonly MatrixRow[];
  readonly counts: readonly Counts[];
}

export interface MatrixRow {
  readonly scenario: Scenario;
  readonly cells: readonly CellView[];
}

function countVerdicts(list: readonly Verdict[]): Counts {
  const counts = { fail: 0, warn: 0, pass: 0, note: 0, 'n/a': 0, error: 0 };
  for (const verdict of list) counts[verdict] += 1;
  return counts;
}

/** Everything that a table of the results shows under one profile. */
export function matrixOf(results: Results, profile: string): Matrix {
  const { columns } = results;
  const read = cellReader(results);
  const countColumns = (rows: readonly MatrixRow[]): readonly Counts[] =>
    columns.map((_, index) => countVerdicts(rows.flatMap(({ cells }) => cells[index]?.verdict ?? [])));
  const suites = results.suites.map((suite): MatrixSuite => {
    const rows = suite.scenarios.map((scenario): MatrixRow => ({
      scenario,
      cells: columns.map(({ id }) => viewCell(read(id, scenario.id)?.checks ?? [], profile)),
    }));
    return { suite, rows, counts: countColumns(rows) };
  });
  return { columns, suites, totals: countColumns(suites.flatMap(({ rows }) => rows)) };
}

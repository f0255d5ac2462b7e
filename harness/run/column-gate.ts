import { checkIdsOf, suitesWith } from '../../suites/index.ts';
import { KnownList } from '../../suites/judging/known-list.ts';
import { failsRun, type Gate, staleEntries, unexpectedIn, withKnown } from '../../suites/judging/unexpected.ts';
import { checkId, type CheckId } from '../../suites/vocabulary/check.ts';
import type { Cell, Unexpected } from '../../suites/vocabulary/result.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import type { ColumnRun } from './column-run.ts';

/** A result that ends its process or blocks it. */
const FATAL = /^(crashed|hung)\b/;

/** Compares the cells of a column with what is known of its client. */
export class ColumnGate {
  readonly #gate: Gate;
  readonly #bail: number;
  readonly #checks: readonly CheckId[];
  readonly #results = new Map<string, Pick<Cell, 'checks'>>();
  #failing = 0;

  constructor({ column, ownSuites = [], profile, failOn, known, added, before, bail = Infinity }: ColumnRun) {
    this.#gate = {
      column: column.id,
      profile,
      failOn,
      known: new KnownList(known),
      added: new Set(added),
      ...(before && { before }),
    };
    this.#bail = bail;
    this.#checks = checkIdsOf(suitesWith(ownSuites));
  }

  /** Whether there were so many unexpected results that the rest is to be skipped. */
  get isFull(): boolean {
    return this.#failing >= this.#bail;
  }

  /** Whether the known deviations say that a scenario crashes or blocks its process. */
  isKnownToFail({ id, checks }: Scenario): boolean {
    const findings = checks.flatMap((check) => this.#gate.known.entriesFor(checkId(id, check)));
    return findings.some(({ finding }) => FATAL.test(finding));
  }

  /** A cell with what is known of it; it takes the place of an earlier one of its scenario. */
  mark(cell: Cell): Cell {
    const marked = withKnown(cell, this.#gate);
    this.#results.set(cell.scenario, { checks: marked.checks });
    return marked;
  }

  /** What is unexpected in cells. */
  unexpectedIn(cells: readonly Cell[]): readonly Unexpected[] {
    return cells.flatMap((cell) => unexpectedIn(cell, this.#gate));
  }

  /** The entries that are out of date, once every scenario has run. */
  staleEntries(): readonly Unexpected[] {
    const today = new Date().toISOString().slice(0, 10);
    return staleEntries(this.#gate, { catalogue: this.#checks, cells: [...this.#results.values()], today });
  }

  /** To be called with all that is unexpected in the end. */
  count(unexpected: readonly Unexpected[]): void {
    this.#failing += unexpected.filter(failsRun).length;
  }
}

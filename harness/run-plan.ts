import type { FailOn, KnownDeviation } from '../suites/vocabulary/known.ts';
import type { Profile } from '../suites/vocabulary/profile.ts';
import type { Cell, Column } from '../suites/vocabulary/result.ts';
import type { ColumnPlan } from './columns.ts';

/** What one column is run with; handed to its vitest project, hence plain JSON. */
export interface ColumnRun {
  readonly column: ColumnPlan;
  /** Ids of the scenarios to run. */
  readonly scenarios: readonly string[];
  readonly profiles: readonly Profile[];
  /** By whose rules the run is gated. */
  readonly profile: Profile['name'];
  readonly failOn: FailOn;
  readonly known: Readonly<Record<string, KnownDeviation>>;
}

/** A whole run, as the command line asked for it. */
export interface RunPlan {
  readonly columns: readonly ColumnRun[];
  readonly profiles: readonly Profile[];
  readonly profile: Profile['name'];
  /** Whether the project's own tests run too. */
  readonly ownTests: boolean;
  /** Folder that results and reports are written to. */
  readonly output: string;
  /** What the user should know of the plan, one line each. */
  readonly notes: readonly string[];
}

declare module 'vitest' {
  interface ProvidedContext {
    columnRun: ColumnRun;
  }
  interface TaskMeta {
    cell?: Cell;
    column?: Column;
    /** Checks that did not come out as expected, one line each. */
    unexpected?: readonly string[];
  }
}

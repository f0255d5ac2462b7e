import type { FailOn, KnownDeviation } from '../../suites/vocabulary/known.ts';
import type { Profile } from '../../suites/vocabulary/profile.ts';
import type { Cell, Column, Transport } from '../../suites/vocabulary/result.ts';
import type { Command } from '../drivers/process-driver.ts';

/** A client in one configuration, and how to start its driver. */
export interface ColumnSetup {
  readonly id: string;
  readonly transport: Transport;
  readonly command: Command;
  /** The known deviations of bundled clients are part of the project. */
  readonly bundled: boolean;
  /** Why its driver cannot be started, if so: every cell is `error`. */
  readonly fault?: string;
}

/** What one column is run with; passed to its vitest project, hence plain JSON. */
export interface ColumnRun {
  readonly column: ColumnSetup;
  /** Ids of the scenarios to run. */
  readonly scenarios: readonly string[];
  readonly profiles: readonly Profile[];
  /** The profile that gates the run. */
  readonly profile: Profile['name'];
  readonly failOn: FailOn;
  readonly known: Readonly<Record<string, KnownDeviation>>;
}

declare module 'vitest' {
  interface ProvidedContext {
    columnRun: ColumnRun;
  }
  interface TaskMeta {
    cell?: Cell;
    column?: Column;
    /** Cells that take the place of earlier ones: a scenario crashed its process after its cell was made. */
    lateCells?: readonly Cell[];
    /** Checks with an unexpected result, one line each. */
    unexpected?: readonly string[];
  }
}

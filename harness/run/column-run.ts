import type { FailOn, KnownDeviation } from '../../suites/vocabulary/known.ts';
import type { Profile } from '../../suites/vocabulary/profile.ts';
import type { Findings } from '../../suites/judging/unexpected.ts';
import type { CheckId } from '../../suites/vocabulary/check.ts';
import type { Cell, Column, Transport, Unexpected } from '../../suites/vocabulary/result.ts';
import type { Suite } from '../../suites/vocabulary/scenario.ts';
import type { NginxAddress } from '../nginx/address.ts';
import type { Command } from '../drivers/process-driver.ts';

/** A client in one configuration, and how to start its driver. */
export interface ColumnSetup {
  readonly id: string;
  /** What `--client` names it by. */
  readonly client: string;
  readonly transport: Transport;
  readonly command: Command;
  /** The known deviations of bundled clients are part of the project. */
  readonly bundled: boolean;
  /** The folder in which its driver is started. Default: that of the harness. */
  readonly cwd?: string;
  /** Why its driver cannot be started, if so: every cell is `error`. */
  readonly fault?: string;
}

/** How a column is debugged. */
export interface ColumnDebugging {
  /** Each exchange is printed as it happens. */
  readonly verbose: boolean;
  /** How to start the driver so that the inspector of Node.js is open in it. */
  readonly inspectedCommand?: Command;
  /** The file to which every line to and from the driver is added. */
  readonly protocolLog?: string;
}

/** What one column is run with; passed to its vitest project, hence plain JSON. */
export interface ColumnRun {
  readonly column: ColumnSetup;
  /** The suites of the user, beside those of the catalogue. */
  readonly ownSuites?: readonly Suite[];
  /** Ids of the scenarios to run, suite by suite, in the order in which they are run. */
  readonly scenarios: readonly string[];
  readonly profiles: readonly Profile[];
  /** The profile that gates the run. */
  readonly profile: Profile['name'];
  readonly failOn: FailOn;
  readonly known: Readonly<Record<string, KnownDeviation>>;
  /** Checks that were added to the catalogue after the list of known deviations was made. */
  readonly added: readonly CheckId[];
  /** The findings of an earlier run, from which any difference fails. */
  readonly before?: Findings;
  /** After how many unexpected results the rest is skipped. */
  readonly bail?: number;
  readonly debugging?: ColumnDebugging;
  /** The nginx that gives the answers which it can give. */
  readonly nginx?: NginxAddress;
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
    unexpected?: readonly Unexpected[];
    /** The test was skipped because there were enough unexpected results before. */
    stoppedEarly?: boolean;
  }
}

import { suitesWith } from '../../../suites/index.ts';
import type { Scenario } from '../../../suites/vocabulary/scenario.ts';
import type { DriverLog } from '../../drivers/process-driver.ts';
import type { ColumnRun } from '../../run/column-run.ts';
import { protocolLog } from './driver-log.ts';
import { ExchangePrinter } from './exchange-printer.ts';

/** What receives the events and the lines of a column. */
export interface ColumnDebugger {
  readonly watcher?: ExchangePrinter;
  readonly log?: DriverLog;
}

/** What shows the exchanges and the lines of a column, as its options ask. */
export function debuggerOf({ column, ownSuites = [], debugging }: ColumnRun): ColumnDebugger {
  const { verbose, inspectedCommand, protocolLog: file } = debugging ?? {};
  const all = (): readonly Scenario[] => suitesWith(ownSuites).flatMap(({ scenarios }) => scenarios);
  const watcher = verbose
    ? new ExchangePrinter(
        (line) => process.stdout.write(`${line}\n`),
        (id) => all().find((scenario) => scenario.id === id),
      )
    : undefined;
  const logs: readonly DriverLog[] = [
    ...(file === undefined ? [] : [protocolLog(file, column.id)]),
    ...(watcher ? [printedOnly((line) => watcher.printed(line))] : []),
    // The inspector says on stderr where it listens.
    ...(inspectedCommand ? [printedOnly((line) => process.stderr.write(`${line}\n`))] : []),
  ];
  return {
    ...(watcher && { watcher }),
    ...(logs.length > 0 && { log: (...line) => logs.forEach((log) => log(...line)) }),
  };
}

const printedOnly =
  (show: (line: string) => void): DriverLog =>
  (kind, line) => {
    if (kind === '|') show(line);
  };

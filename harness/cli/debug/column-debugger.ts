import type { Suite } from '../../../suites/vocabulary/scenario.ts';
import type { DriverLog } from '../../drivers/process-driver.ts';
import type { ColumnRun } from '../../run/column-run.ts';
import { protocolLog } from './driver-log.ts';
import type { ExchangePrinter } from './exchange-printer.ts';

/** What receives the events and the lines of a column. */
export interface ColumnDebugger {
  readonly watcher?: ExchangePrinter;
  readonly log?: DriverLog;
}

/** What prints the exchanges of these suites and those of the catalogue. */
async function exchangePrinter(ownSuites: readonly Suite[]): Promise<ExchangePrinter> {
  const [{ suitesWith }, { ExchangePrinter: Printer }] = await Promise.all([
    import('../../../suites/index.ts'),
    import('./exchange-printer.ts'),
  ]);
  const all = suitesWith(ownSuites).flatMap(({ scenarios }) => scenarios);
  return new Printer(
    (line) => process.stdout.write(`${line}\n`),
    (id) => all.find((scenario) => scenario.id === id),
  );
}

/** What shows the exchanges and the lines of a column, as its options ask. It loads the catalogue only if it needs it. */
export async function debuggerOf({ column, ownSuites = [], debugging }: ColumnRun): Promise<ColumnDebugger> {
  const { verbose, inspectedCommand, protocolLog: file } = debugging ?? {};
  const watcher = verbose ? await exchangePrinter(ownSuites) : undefined;
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

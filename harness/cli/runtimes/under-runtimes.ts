import { HEAP_LIMIT } from '../../drivers/memory.ts';
import type { ColumnSetup } from '../../run/column-run.ts';
import { adapterIn } from '../columns.ts';
import { UsageError } from '../usage-error.ts';
import { bundledDriver } from './bundle-driver.ts';
import { type Runtime, runtimeNamed } from './runtime.ts';

/** A column as it is run in a runtime. The lists of known deviations are for the runtime of this project. */
async function underRuntime(column: ColumnSetup, { name, program }: Runtime): Promise<ColumnSetup> {
  const { fault: _, ...rest } = column;
  const option = `--runtime=${name}`;
  const adapter = adapterIn(column.command);
  if (!adapter) throw new UsageError(`${option}: ${column.client} is a program of its own, and brings its runtime`);
  if (column.transport === 'msw') throw new UsageError(`${option}: only the transport wire runs in another runtime`);
  const driver = await bundledDriver(adapter, option);
  return { ...rest, id: `${column.id}+${name}`, command: [program, HEAP_LIMIT, driver], bundled: false };
}

/** Columns in each of these runtimes; without any, as they are. Throws a UsageError. */
export async function underRuntimes(
  columns: readonly ColumnSetup[],
  asked: readonly string[] | undefined,
): Promise<readonly ColumnSetup[]> {
  if (!asked) return columns;
  const runtimes = await Promise.all(asked.map(runtimeNamed));
  const all = await Promise.all(runtimes.map((runtime) => Promise.all(columns.map((column) => underRuntime(column, runtime)))));
  return all.flat();
}

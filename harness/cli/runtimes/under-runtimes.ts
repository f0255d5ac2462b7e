import { namedClients } from '../../clients/index.ts';
import type { ColumnSetup } from '../../run/column-run.ts';
import { adapterIn } from '../columns.ts';
import { UsageError } from '../usage-error.ts';
import { PLATFORM_FETCH } from './built-in-fetch.ts';
import { bundledDriver } from './bundle-driver.ts';
import { type Runtime, runtimeNamed } from './runtime.ts';
import { runtimeKinds } from './runtime-kinds.ts';

/** The id of a column in a runtime. The built-in fetch is that of the runtime. */
const idIn = ({ id }: ColumnSetup, { kind, version }: Runtime): string =>
  id === PLATFORM_FETCH && kind !== 'node' ? `${kind}/fetch@${version}` : `${id}+${kind}@${version}`;

/** Why a bundled client cannot run in a runtime, if so. */
function obstacleOf(module: string, { kind }: Runtime): string | undefined {
  const client = namedClients.find((each) => each.module === module);
  const { isMapped = false, replaces = [] } = runtimeKinds[kind];
  const replaced = client?.packages.find((name) => replaces.includes(name));
  if (replaced !== undefined) return `${kind} has a module of its own instead of the package ${replaced}`;
  return isMapped && client?.missing
    ? `${client.id} is a program of its own, whose addresses are mapped only by Node.js`
    : undefined;
}

/** A column as it is run in a runtime. The lists of known deviations are for the runtime of this project. Throws a UsageError. */
export async function underRuntime(column: ColumnSetup, runtime: Runtime): Promise<ColumnSetup> {
  const { fault: _, ...rest } = column;
  const option = `--runtime=${runtime.kind}@${runtime.version}`;
  const adapter = adapterIn(column.command);
  if (!adapter) throw new UsageError(`${option}: ${column.client} is a program of its own, and brings its runtime`);
  if (column.transport !== 'wire') throw new UsageError(`${option}: only the transport wire runs in another runtime`);
  const obstacle = obstacleOf(adapter.module, runtime);
  if (obstacle !== undefined) throw new UsageError(`${option}: ${obstacle}`);
  const driver = await bundledDriver(adapter, option);
  return { ...rest, id: idIn(column, runtime), command: runtime.run(driver), bundled: false };
}

/** Columns in each of these runtimes; without any, as they are. Throws a UsageError. */
export async function underRuntimes(
  columns: readonly ColumnSetup[],
  asked: readonly string[] | undefined,
): Promise<readonly ColumnSetup[]> {
  if (!asked) return columns;
  const runtimes = await Promise.all(asked.map((name) => runtimeNamed(name, `--runtime=${name}`)));
  const all = await Promise.all(runtimes.map((runtime) => Promise.all(columns.map((column) => underRuntime(column, runtime)))));
  return all.flat();
}

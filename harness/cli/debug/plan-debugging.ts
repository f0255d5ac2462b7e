import type { ColumnDebugging } from '../../run/column-run.ts';
import { inspectable } from '../columns.ts';
import type { RunPlan } from '../plan-run.ts';
import { UsageError } from '../usage-error.ts';
import { userPath } from '../user-path.ts';
import type { DebugOptions } from './debug-options.ts';

/** A port, or a host and a port. */
const ADDRESS = /^(?:[\w.-]+:|\[[\da-f:]+\]:)?\d{1,5}$/i;

/** The option of Node.js that does what the user asks for. The driver stops before the first call; Node.js would stop in the driver. */
function inspectorFlag({ inspect, inspectBrk }: DebugOptions): { readonly asked: string; readonly flag: string } | undefined {
  const asked = inspectBrk === undefined ? '--inspect' : '--inspect-brk';
  const address = inspectBrk ?? inspect;
  if (address === undefined) return undefined;
  if (typeof address === 'string' && !ADDRESS.test(address)) {
    throw new UsageError(`${asked}=${address}: expected a port, or a host and a port, such as 127.0.0.1:9229`);
  }
  const flag = asked === '--inspect' ? '--inspect' : '--inspect-wait';
  return { asked, flag: typeof address === 'string' ? `${flag}=${address}` : flag };
}

/** A plan in which the columns are debugged as the options say. Throws a UsageError if they cannot be. */
export function planDebugging(plan: RunPlan, options: DebugOptions): RunPlan {
  const { verbose = false, protocolLog } = options;
  const inspector = inspectorFlag(options);
  if (inspector && plan.columns.length > 1) {
    const names = plan.columns.map(({ column }) => column.id).join(', ');
    throw new UsageError(`${inspector.asked}: one client can be debugged at a time, and these would run: ${names}`);
  }
  const columns = plan.columns.map((columnRun) => {
    const command = inspector && inspectable(columnRun.column, inspector.flag);
    if (inspector && !command) {
      throw new UsageError(
        `${inspector.asked}: ${columnRun.column.id} is a program, not an adapter for Node.js; use its own debugger`,
      );
    }
    const debugging: ColumnDebugging = {
      verbose,
      ...(command && { inspectedCommand: command }),
      ...(protocolLog !== undefined && { protocolLog: userPath(protocolLog) }),
    };
    return { ...columnRun, debugging };
  });
  return { ...plan, columns };
}

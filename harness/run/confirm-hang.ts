import type { Cell } from '../../suites/vocabulary/result.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import { type ColumnContext, runScenario } from './run-scenario.ts';

/** A cell, and what a reader should know of it. */
interface Confirmed {
  readonly cell: Cell;
  readonly note?: string;
}

const hangs = ({ observation }: Cell): boolean => observation?.outcomes.some(({ kind }) => kind === 'hung') ?? false;

/**
 * What counts where a call hung that is no known deviation: the scenario is run again in a process of its own,
 * and only a deadline shows a hang there. A client that checks the clock takes no timer for granted that is fired early.
 */
export async function confirmHang(scenario: Scenario, cell: Cell, context: ColumnContext): Promise<Confirmed> {
  if (!hangs(cell)) return { cell };
  using alone = context.client.fresh();
  const again = await runScenario(scenario, { ...context, client: alone, isTimed: true });
  if (hangs(again)) return { cell: again };
  return { cell: again, note: `${scenario.id} hung, but not when it was run again alone: that result counts` };
}

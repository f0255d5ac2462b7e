import { type Upstream, upstreamOf } from '../../../reports/reproduction/upstream.ts';
import type { Cell, Column, Results } from '../../../suites/vocabulary/result.ts';
import type { Scenario } from '../../../suites/vocabulary/scenario.ts';
import type { ColumnSetup } from '../../run/column-run.ts';

/** A cell of a run, what its authors can be given, and the program that ran the client. */
export interface Reproduced extends Upstream {
  readonly column: Column;
  readonly scenario: Scenario;
  readonly cell: Cell;
  readonly program: string;
}

/** Every cell of a run in which something was seen. */
export function reproducedIn(results: Results, setups: readonly ColumnSetup[]): readonly Reproduced[] {
  const { columns, cells, suites, requirements, run } = results;
  const profile = results.profiles.find(({ name }) => name === run.profile);
  const scenarios = new Map(suites.flatMap((suite) => suite.scenarios).map((scenario) => [scenario.id, scenario]));
  return cells.flatMap((cell): readonly Reproduced[] => {
    const column = columns.find(({ id }) => id === cell.column);
    const scenario = scenarios.get(cell.scenario);
    const program = setups.find(({ id }) => id === cell.column)?.command[0];
    if (!column || !scenario || !profile || program === undefined || !cell.observation) return [];
    return [{ column, scenario, cell, program, ...upstreamOf({ scenario, column, cell, profile, requirements }) }];
  });
}

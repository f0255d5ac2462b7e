import { type Check, checkId, type CheckId } from '../../suites/vocabulary/check.ts';
import { wireIdOf } from '../../suites/vocabulary/column-id.ts';
import { nameOfFact } from '../../suites/vocabulary/fact.ts';
import type { Cell, CheckResult, Column, Results } from '../../suites/vocabulary/result.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';

/** A check of a scenario with its result. */
export interface JudgedCheck {
  readonly id: CheckId;
  /** The part of the id after the scenario: `request@target`. */
  readonly name: string;
  readonly check: Check;
  readonly result: CheckResult;
}

/** A cell with its checks, as far as they have a result, in the order of the catalogue. */
export interface JudgedCell {
  readonly cell: Cell;
  readonly checks: readonly JudgedCheck[];
}

const namedChecks = ({ id, checks }: Scenario): readonly Omit<JudgedCheck, 'result'>[] =>
  checks.map((check) => ({ id: checkId(id, check), name: nameOfFact(check.fact), check }));

/** Finds a cell by its column and scenario; in a partial run some are missing. */
export function cellFinder(cells: readonly Cell[]): (column: string, scenario: string) => Cell | undefined {
  const byKey = new Map(cells.map((cell) => [`${cell.column} ${cell.scenario}`, cell]));
  return (column, scenario) => byKey.get(`${column} ${scenario}`);
}

/** Finds the cell of a scenario in a column, with its checks. */
export function cellReader({
  suites,
  cells,
}: Pick<Results, 'suites' | 'cells'>): (column: string, scenario: string) => JudgedCell | undefined {
  const scenarios = suites.flatMap((suite) => suite.scenarios);
  const checksOf = new Map(scenarios.map((scenario) => [scenario.id, namedChecks(scenario)]));
  const find = cellFinder(cells);
  return (column, scenario) => {
    const cell = find(column, scenario);
    const checks = checksOf.get(scenario) ?? [];
    return (
      cell && {
        cell,
        checks: checks.flatMap(({ id, name, check }) => {
          const result = cell.checks[id];
          return result ? [{ id, name, check, result }] : [];
        }),
      }
    );
  };
}

/** Whether a column under MSW has the same client over sockets as another column. */
export const hasWireTwin = ({ id }: Column, columns: readonly Column[]): boolean =>
  columns.some((other) => other.id !== id && other.id === wireIdOf(id));

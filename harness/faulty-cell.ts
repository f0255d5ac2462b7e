import { checkId } from '../suites/vocabulary/check.ts';
import type { Profile } from '../suites/vocabulary/profile.ts';
import type { Cell, CheckResult } from '../suites/vocabulary/result.ts';
import type { Scenario } from '../suites/vocabulary/scenario.ts';

/** The cell of a scenario that could not be judged because harness or adapter broke: every verdict is `error`. */
export function faultyCell(column: string, scenario: Scenario, profiles: readonly Profile[], fault: string): Cell {
  const verdicts = Object.fromEntries(profiles.map(({ name }) => [name, 'error' as const]));
  const result: CheckResult = { finding: { none: 'call failed', because: fault }, verdicts };
  return {
    column,
    scenario: scenario.id,
    checks: Object.fromEntries(scenario.checks.map((check) => [checkId(scenario.id, check), result])),
    fault,
  };
}

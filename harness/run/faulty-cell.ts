import { judgeFindings } from '../../suites/judging/judge-findings.ts';
import type { Profile } from '../../suites/vocabulary/profile.ts';
import type { Cell } from '../../suites/vocabulary/result.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';

/** The cell of a scenario without verdicts on the client, because the harness or the adapter broke. */
export function faultyCell(column: string, scenario: Scenario, profiles: readonly Profile[], fault: string): Cell {
  const checks = judgeFindings(scenario, () => ({ none: 'harness fault', because: fault }), profiles);
  return { column, scenario: scenario.id, checks, fault };
}

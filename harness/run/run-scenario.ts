import { judgeFindings } from '../../suites/judging/judge-findings.ts';
import type { Profile } from '../../suites/vocabulary/profile.ts';
import type { Cell } from '../../suites/vocabulary/result.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import { concrete } from '../concrete/concrete-scenario.ts';
import { findingsOf } from '../facts/index.ts';
import { observe, type Subject } from './observe.ts';
import { obstacle } from './obstacle.ts';

/** What stays the same over all scenarios of a column. */
export interface ColumnContext extends Subject {
  readonly column: string;
  readonly profiles: readonly Profile[];
}

/** One scenario against one client: observed, its facts read, judged by every profile. Throws a HarnessFault if no verdict is possible. */
export async function runScenario(scenario: Scenario, context: ColumnContext): Promise<Cell> {
  const { column, client, profiles, transport } = context;
  const id = { column, scenario: scenario.id };
  const obstacleFinding = obstacle(scenario, await client.ready(), transport);
  if (obstacleFinding) return { ...id, checks: judgeFindings(scenario, () => obstacleFinding, profiles) };
  const filledIn = concrete(scenario);
  const observation = await observe(filledIn, context);
  const findingOf = findingsOf({ scenario, concrete: filledIn, observation, transport });
  return { ...id, observation, checks: judgeFindings(scenario, findingOf, profiles) };
}

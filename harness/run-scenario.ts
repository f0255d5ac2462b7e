import { checkId } from '../suites/vocabulary/check.ts';
import type { Profile } from '../suites/vocabulary/profile.ts';
import type { Cell } from '../suites/vocabulary/result.ts';
import type { Scenario } from '../suites/vocabulary/scenario.ts';
import { obstacle } from './applicable.ts';
import { concrete } from './concrete.ts';
import { findingsOf } from './facts/index.ts';
import { judgeFindings } from './judge.ts';
import { observe, type Subject } from './observe.ts';

/** What stays the same over all scenarios of a column. */
export interface Bench extends Subject {
  readonly column: string;
  readonly profiles: readonly Profile[];
}

/** One scenario against one client: observed, its facts read, judged by every profile. Throws a HarnessFault where no verdict is possible. */
export async function runScenario(scenario: Scenario, bench: Bench): Promise<Cell> {
  const { column, client, transport, profiles } = bench;
  const id = { column, scenario: scenario.id };
  const inTheWay = obstacle(scenario, await client.ready(), transport);
  if (inTheWay) {
    const findings = Object.fromEntries(scenario.checks.map((check) => [checkId(scenario.id, check), inTheWay]));
    return { ...id, checks: judgeFindings(scenario, findings, profiles) };
  }
  const plan = concrete(scenario);
  const observation = await observe(scenario.id, plan, bench);
  const findings = findingsOf({ scenario, plan, observation, transport });
  return { ...id, observation, checks: judgeFindings(scenario, findings, profiles) };
}

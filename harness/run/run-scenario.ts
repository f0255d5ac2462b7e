import { judgeFindings } from '../../suites/judging/judge-findings.ts';
import type { Capability } from '../../suites/vocabulary/capability.ts';
import type { Check } from '../../suites/vocabulary/check.ts';
import type { Finding } from '../../suites/vocabulary/finding.ts';
import type { Observation } from '../../suites/vocabulary/observation.ts';
import type { Profile } from '../../suites/vocabulary/profile.ts';
import type { Cell } from '../../suites/vocabulary/result.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import { concrete, type ConcreteScenario } from '../concrete/concrete-scenario.ts';
import { findingsOf } from '../facts/index.ts';
import { abridged } from './abridge.ts';
import { type EndedProcess, observe, type Subject } from './observe.ts';
import { obstacle } from './obstacle.ts';
import { whyNotShown } from './page-limits.ts';

/** What stays the same over all scenarios of a column. */
export interface ColumnContext extends Subject {
  readonly column: string;
  readonly profiles: readonly Profile[];
  /** Whether the client follows redirects by default. Default: true. */
  readonly follows?: boolean;
  /** Capabilities that scenarios may ask for although the adapter does not declare them. */
  readonly undeclared?: readonly Capability[];
  /** Called if the process of the client ends or is blocked in a scenario that does not do that alone. */
  readonly onForeignCrash?: (process: EndedProcess) => Promise<void>;
}

/** The cell of a scenario in which this was seen. */
export function cellOf(
  scenario: Scenario,
  filledIn: ConcreteScenario,
  observation: Observation,
  { client, column, profiles, transport }: ColumnContext,
): Cell {
  const read = findingsOf({ scenario, concrete: filledIn, observation, transport });
  const findingOf = (check: Check): Finding => {
    const because = client.page && whyNotShown(scenario, check.fact, client.page);
    return because === undefined ? read(check) : { none: 'capability', because };
  };
  return {
    column,
    scenario: scenario.id,
    observation: abridged(observation, scenario),
    checks: judgeFindings(scenario, findingOf, profiles),
  };
}

/** One scenario against one client: observed, its facts read, judged by every profile. Throws a HarnessFault if no verdict is possible. */
export async function runScenario(scenario: Scenario, context: ColumnContext): Promise<Cell> {
  const { column, client, profiles, transport, nginx, follows, undeclared = [], onForeignCrash } = context;
  const ready = await client.ready();
  const capabilities = [...ready.capabilities, ...undeclared];
  const able = { ...ready, capabilities, ...(follows !== undefined && { follows }) };
  const obstacleFinding = obstacle(scenario, able, transport, nginx?.version);
  if (obstacleFinding) {
    return { column, scenario: scenario.id, checks: judgeFindings(scenario, () => obstacleFinding, profiles) };
  }
  const filledIn = concrete(scenario);
  return cellOf(scenario, filledIn, await observe(filledIn, context, onForeignCrash), context);
}

import type { Profile } from '../../suites/vocabulary/profile.ts';
import type { Requirement } from '../../suites/vocabulary/requirement.ts';
import { capabilities, type Scenario } from '../../suites/vocabulary/scenario.ts';
import { obstacle } from '../applicable.ts';
import { needsOf } from '../needs.ts';
import { answerItems } from './answers.ts';
import { callItems } from './calls.ts';
import { checkItems } from './checks.ts';
import type { Item } from './outline.ts';
import { requirementItems } from './requirements.ts';

/** By whose rules a scenario is told. */
export interface RuleBooks {
  readonly profiles: readonly Profile[];
  readonly requirements: Readonly<Record<string, Requirement>>;
}

function frame(scenario: Scenario): readonly Item[] {
  const underMock = obstacle(scenario, { capabilities }, 'msw');
  return [
    { text: `Needs of the client: ${needsOf(scenario).join(', ') || 'nothing but a call'}` },
    ...(underMock ? [{ text: `n/a under MSW: ${underMock.because}` }] : []),
    ...(scenario.covers ? [{ text: `Covers: ${scenario.covers.join(', ')}` }] : []),
  ];
}

/** A scenario in prose: what is asked, what is answered, what is expected by whom, and where that is written. */
export function tellScenario(scenario: Scenario, { profiles, requirements }: RuleBooks): readonly Item[] {
  const { id, title, checks } = scenario;
  return [
    { text: `${id}: ${title}`, items: frame(scenario) },
    { text: 'The caller asks', items: callItems(scenario) },
    { text: 'The origins answer', items: answerItems(scenario) },
    { text: 'The checks', items: checkItems(id, checks, profiles) },
    { text: 'Where that is written', items: requirementItems(checks, requirements) },
  ];
}

import { capabilityNames } from '../../../suites/vocabulary/capability.ts';
import { needsOf } from '../../../suites/vocabulary/needs.ts';
import type { Profile } from '../../../suites/vocabulary/profile.ts';
import type { Requirement } from '../../../suites/vocabulary/requirement.ts';
import type { Scenario } from '../../../suites/vocabulary/scenario.ts';
import { obstacle } from '../../run/obstacle.ts';
import { checkItems } from './checks.ts';
import type { Item } from '../../../suites/wording/item.ts';
import { callItems } from '../../../suites/wording/traffic.ts';
import { requirementItems } from './requirements.ts';
import { answerItems } from './traffic.ts';

/** The rules under which a scenario is explained. */
export interface RuleBooks {
  readonly profiles: readonly Profile[];
  readonly requirements: Readonly<Record<string, Requirement>>;
}

function summaryItems(scenario: Scenario): readonly Item[] {
  const underMock = obstacle(scenario, { capabilities: capabilityNames }, 'msw');
  return [
    { text: `Capabilities that the client needs: ${needsOf(scenario).join(', ') || 'none'}` },
    ...(underMock ? [{ text: `n/a under MSW: ${underMock.because}` }] : []),
    ...(scenario.covers?.length ? [{ text: `Covers: ${scenario.covers.join(', ')}` }] : []),
  ];
}

/** A scenario in prose: what is asked, what is answered, what each authority expects, and where that is written. */
export function explainScenario(scenario: Scenario, ruleBooks: RuleBooks): readonly Item[] {
  const { id, title, checks } = scenario;
  return [
    { text: `${id}: ${title}`, items: summaryItems(scenario) },
    { text: 'Calls', items: callItems(scenario) },
    { text: 'Answers', items: answerItems(scenario) },
    { text: 'Checks', items: checkItems(id, checks, ruleBooks.profiles) },
    { text: 'Requirements', items: requirementItems(scenario, ruleBooks) },
  ];
}

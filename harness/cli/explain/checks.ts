import { decide, type Decision } from '../../../suites/judging/decide.ts';
import { type Check, checkId, type Given, type Ruling } from '../../../suites/vocabulary/check.ts';
import { nameOfFact } from '../../../suites/vocabulary/fact.ts';
import type { Profile } from '../../../suites/vocabulary/profile.ts';
import { describeExpected, describeRuling } from '../../../suites/wording/ruling.ts';
import { describeFact } from '../../../suites/wording/fact.ts';
import type { Item } from '../../../suites/wording/item.ts';

const and = new Intl.ListFormat('en-GB');
const or = new Intl.ListFormat('en-GB', { type: 'disjunction' });

function rulingItem(ruling: Ruling): Item {
  const { authority, requirement, disputed } = ruling;
  return {
    text: `${authority}: ${describeRuling(ruling)} [${requirement}]`,
    ...(disputed !== undefined && { items: [{ text: `disputed: ${disputed}` }] }),
  };
}

function describeDecision(decision: Decision): string {
  if (decision.by === 'no authority') return 'no ruling, so a note,';
  return 'reason' in decision ? `overruled (${decision.reason})` : `decided by ${decision.by}`;
}

/** Which authority decides on a check under which profile. */
function decisionItems(scenario: string, check: Check, profiles: readonly Profile[]): readonly Item[] {
  const decisions = profiles.map((profile) => {
    const decision = decide(checkId(scenario, check), check, profile);
    const rulings: readonly Ruling[] = decision.rulings;
    const own = rulings.filter(({ authority }) => decision.by === 'the profile' || authority === 'house');
    return { profile: profile.name, words: describeDecision(decision), own: own.map(rulingItem) };
  });
  return [...Map.groupBy(decisions, ({ words }) => words)].map(([words, group]) => ({
    text: `${words} under ${and.format(group.map(({ profile }) => profile))}`,
    items: group.flatMap(({ own }) => own),
  }));
}

const givenItem = ({ fact, oneOf }: Given): Item => ({
  text: `checked only if #${nameOfFact(fact)} is ${or.format(oneOf.map(describeExpected))}`,
});

/** What each authority expects of each fact, and which of them each profile lets decide. */
export function checkItems(scenario: string, checks: readonly Check[], profiles: readonly Profile[]): readonly Item[] {
  return checks.map((check) => ({
    text: `#${nameOfFact(check.fact)}: ${describeFact(check.fact)}`,
    items: [
      ...(check.given ? [givenItem(check.given)] : []),
      ...check.rulings.map(rulingItem),
      ...decisionItems(scenario, check, profiles),
    ],
  }));
}

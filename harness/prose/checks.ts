import picomatch from 'picomatch';
import { checkId, type Check, type Ruling } from '../../suites/vocabulary/check.ts';
import { decide, type Decision } from '../../suites/vocabulary/decision.ts';
import { factKinds } from '../../suites/vocabulary/fact-kinds.ts';
import { nameOfFact, type Fact } from '../../suites/vocabulary/fact.ts';
import type { Profile } from '../../suites/vocabulary/profile.ts';
import { describeRuling } from '../../suites/vocabulary/wording.ts';
import type { Item } from './outline.ts';

const listed = new Intl.ListFormat('en-GB');

/** A fact in words: `whether {other}/target saw the secret cookie`. */
function describeFact(fact: Fact): string {
  const members: Readonly<Record<string, unknown>> = { at: 'any place', ...fact };
  const told = factKinds[fact.kind].tells.replace(/<(\w+)>/g, (_, name: string) => String(members[name]));
  const counted = ['call', 'visit'].filter((name) => name in fact).map((name) => ` (${name} ${String(members[name])})`);
  return told + counted.join('');
}

function rulingItem(ruling: Ruling): Item {
  const { authority, requirement, disputed } = ruling;
  return {
    text: `${authority}: ${describeRuling(ruling)} [${requirement}]`,
    ...(disputed !== undefined && { items: [{ text: `disputed: ${disputed}` }] }),
  };
}

function describeDecision(decision: Decision): string {
  if (decision.by === 'nobody') return 'noted, not judged,';
  return decision.by === 'the profile' ? `overruled (${decision.reason})` : `decided by ${decision.by}`;
}

/** Whose word decides on a check under which profile. */
function decisionItems(scenario: string, check: Check, profiles: readonly Profile[]): readonly Item[] {
  const decisions = profiles.map((profile) => {
    const decision = decide(checkId(scenario, check), check, profile, picomatch.isMatch);
    const own = decision.by === 'the profile' ? decision.rulings.map(rulingItem) : [];
    return { profile: profile.name, words: describeDecision(decision), own };
  });
  return [...Map.groupBy(decisions, ({ words }) => words)].map(([words, group]) => ({
    text: `${words} under ${listed.format(group.map(({ profile }) => profile))}`,
    items: group.flatMap(({ own }) => own),
  }));
}

/** What each authority expects of each fact, and which of them each profile lets decide. */
export function checkItems(scenario: string, checks: readonly Check[], profiles: readonly Profile[]): readonly Item[] {
  return checks.map((check) => ({
    text: `#${nameOfFact(check.fact)}: ${describeFact(check.fact)}`,
    items: [
      ...(check.given
        ? [
            {
              text: `only if ${describeFact(check.given.fact)} is ${check.given.oneOf.map((value) => `“${value}”`).join(' or ')}`,
            },
          ]
        : []),
      ...check.rulings.map(rulingItem),
      ...decisionItems(scenario, check, profiles),
    ],
  }));
}

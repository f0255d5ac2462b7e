import { decide } from '../../../suites/judging/decide.ts';
import { type Check, checkId } from '../../../suites/vocabulary/check.ts';
import type { Requirement } from '../../../suites/vocabulary/requirement.ts';
import type { Scenario } from '../../../suites/vocabulary/scenario.ts';
import { describePlace } from '../../../suites/wording/requirement.ts';
import type { Item } from '../../../suites/wording/item.ts';
import type { RuleBooks } from './scenario.ts';

/** A requirement with where it stands and what it says. */
export function requirementItem(name: string, requirement: Requirement): Item {
  const { level, statement, url } = requirement;
  return {
    text: `${name} ${describePlace(requirement)} (${level})`,
    items: [{ text: statement }, ...(url === undefined ? [] : [{ text: url }])],
  };
}

/** The requirements that the rulings on these checks rest on, those of profiles too: each once, in the order in which they are cited. */
export function requirementItems(
  { id: scenario, checks }: Pick<Scenario, 'id' | 'checks'>,
  { profiles, requirements }: RuleBooks,
): readonly Item[] {
  const rulingsOn = (check: Check) => [
    ...check.rulings,
    ...profiles.flatMap((profile) => decide(checkId(scenario, check), check, profile).rulings),
  ];
  const cited = new Set(checks.flatMap((check) => rulingsOn(check).map(({ requirement }) => requirement)));
  return [...cited].flatMap((id) => {
    const requirement = requirements[id];
    return requirement ? requirementItem(`[${id}]`, requirement) : [];
  });
}

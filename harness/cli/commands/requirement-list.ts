import { houseRequirements } from '../../../suites/judging/house-requirements.ts';
import { decide } from '../../../suites/judging/decide.ts';
import { requirements } from '../../../suites/requirements/index.ts';
import { type Check, checkId, type Ruling } from '../../../suites/vocabulary/check.ts';
import type { Profile } from '../../../suites/vocabulary/profile.ts';
import type { Requirement } from '../../../suites/vocabulary/requirement.ts';
import type { Scenario } from '../../../suites/vocabulary/scenario.ts';
import { counted } from '../../../suites/wording/counted.ts';
import type { Item } from '../../../suites/wording/item.ts';
import { requirementItem } from '../explain/requirements.ts';

/** A requirement, and how many checks have a ruling that rests on it. */
interface Listed extends Requirement {
  readonly checks: number;
}

type RequirementList = Readonly<Record<string, Listed>>;

/**
 * The requirements that rulings on these scenarios rest on; under a profile only those that decide, and all that the
 * profile states itself.
 */
export function listRequirements(scenarios: readonly Scenario[], profile?: Profile): RequirementList {
  const rulingsOn = (id: string, check: Check): readonly Ruling[] =>
    profile ? decide(id, check, profile).rulings : check.rulings;
  const cited = scenarios.flatMap(({ id: scenario, checks }) =>
    checks.flatMap((check) => [...new Set(rulingsOn(checkId(scenario, check), check).map(({ requirement }) => requirement))]),
  );
  const counts = Map.groupBy<string, string>(cited, (id) => id);
  const own = profile ? houseRequirements([profile]) : {};
  return Object.fromEntries(
    Object.entries<Requirement>({ ...own, ...requirements })
      .map(([id, requirement]): [string, Listed] => [id, { ...requirement, checks: counts.get(id)?.length ?? 0 }])
      .filter(([id, { checks }]) => checks > 0 || id in own),
  );
}

/** The same for readers. */
export const requirementOutline = (list: RequirementList): readonly Item[] =>
  Object.entries(list).map(([id, { checks, ...requirement }]) => {
    const { text, items = [] } = requirementItem(id, requirement);
    return { text: `${text}, ${counted(checks, 'check')}`, items };
  });

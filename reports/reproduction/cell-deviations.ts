import { decide } from '../../suites/judging/decide.ts';
import { checkId } from '../../suites/vocabulary/check.ts';
import type { Fact } from '../../suites/vocabulary/fact.ts';
import type { Profile } from '../../suites/vocabulary/profile.ts';
import type { Requirement } from '../../suites/vocabulary/requirement.ts';
import type { Cell, Results } from '../../suites/vocabulary/result.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import { missedRulings, describeRuling } from '../../suites/wording/ruling.ts';

/** What a client does that a profile does not allow. */
export interface CellDeviation {
  readonly fact: Fact;
  /** What was found: `GET, body lost`. */
  readonly finding: string;
  /** What is required instead: `must be “POST, same body”`. */
  readonly expected: string;
  readonly requirement: Requirement;
}

/** The deviations in a cell under a profile, in the order of the checks: one for each ruling that is missed. */
export function deviationsInCell(
  { id, checks }: Scenario,
  cell: Pick<Cell, 'checks'>,
  profile: Profile,
  requirements: Results['requirements'],
): readonly CellDeviation[] {
  return checks.flatMap((check) => {
    const key = checkId(id, check);
    const { finding, verdicts = {} } = cell.checks[key] ?? {};
    const verdict = verdicts[profile.name];
    if (!finding || 'none' in finding || (verdict !== 'fail' && verdict !== 'warn')) return [];
    return missedRulings(decide(key, check, profile), finding.value).flatMap((ruling) => {
      const requirement = requirements[ruling.requirement];
      return requirement ? [{ fact: check.fact, finding: finding.value, expected: describeRuling(ruling), requirement }] : [];
    });
  });
}

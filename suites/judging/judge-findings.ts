import { type Check, checkId, type CheckId } from '../vocabulary/check.ts';
import type { Finding } from '../vocabulary/finding.ts';
import type { Profile } from '../vocabulary/profile.ts';
import type { CheckResult } from '../vocabulary/result.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { decide } from './decide.ts';
import { judge } from './judge.ts';

/** The verdicts of every profile on the findings of one scenario. */
export function judgeFindings(
  { id: scenario, checks }: Pick<Scenario, 'id' | 'checks'>,
  findingOf: (check: Check) => Finding,
  profiles: readonly Profile[],
): Readonly<Record<CheckId, CheckResult>> {
  const judged = checks.map((check): [CheckId, CheckResult] => {
    const id = checkId(scenario, check);
    const finding = findingOf(check);
    const verdicts = profiles.map((profile) => [profile.name, judge(finding, decide(id, check, profile).rulings)] as const);
    return [id, { finding, verdicts: Object.fromEntries(verdicts) }];
  });
  return Object.fromEntries(judged);
}

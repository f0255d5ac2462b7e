import picomatch from 'picomatch';
import { checkId, type Check, type CheckId, type Ruling } from '../suites/vocabulary/check.ts';
import { decide } from '../suites/vocabulary/decision.ts';
import type { Profile } from '../suites/vocabulary/profile.ts';
import type { CheckResult } from '../suites/vocabulary/result.ts';
import type { Scenario } from '../suites/vocabulary/scenario.ts';
import { judge, type Finding, type Verdict } from '../suites/vocabulary/verdict.ts';

/** The rulings that decide on a check under a profile. */
export function rulingsFor(id: CheckId, check: Check, profile: Profile): readonly Ruling[] {
  return decide(id, check, profile, (each, glob) => picomatch.isMatch(each, glob)).rulings;
}

/** The verdicts of every profile on the findings of one scenario. */
export function judgeFindings(
  scenario: Scenario,
  findings: Readonly<Record<CheckId, Finding>>,
  profiles: readonly Profile[],
): Readonly<Record<CheckId, CheckResult>> {
  const judged = scenario.checks.map((check): [CheckId, CheckResult] => {
    const id = checkId(scenario.id, check);
    const finding = findings[id] ?? { none: 'call failed', because: 'never looked at' };
    const verdict = (profile: Profile): [string, Verdict] => [profile.name, judge(finding, rulingsFor(id, check, profile))];
    return [id, { finding, verdicts: Object.fromEntries(profiles.map(verdict)) }];
  });
  return Object.fromEntries(judged);
}

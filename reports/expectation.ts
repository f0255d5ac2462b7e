import picomatch from 'picomatch';
import type { Check, CheckId } from '../suites/vocabulary/check.ts';
import { decide, type Decision } from '../suites/vocabulary/decision.ts';
import type { Profile } from '../suites/vocabulary/profile.ts';
import { satisfies } from '../suites/vocabulary/verdict.ts';
import { describeRuling } from '../suites/vocabulary/wording.ts';

/** Who decides on a check under a profile. */
export function decisionOn(id: CheckId, check: Pick<Check, 'rulings'>, profile: Profile): Decision {
  return decide(id, check, profile, (each, glob) => picomatch.isMatch(each, glob));
}

/** What a decision asks for that a value is not, in words: `must be “absent”`. */
export function describeMissed(decision: Decision, value: string): string {
  const missed = decision.rulings.filter(({ level, expect }) => level !== 'may' && !satisfies(value, expect));
  return [...new Set(missed.map(describeRuling))].join('; ');
}

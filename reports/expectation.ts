import picomatch from 'picomatch';
import type { Check, CheckId, Expected, Ruling } from '../suites/vocabulary/check.ts';
import type { Profile } from '../suites/vocabulary/profile.ts';
import type { Authority } from '../suites/vocabulary/requirement.ts';
import { decidedBy, satisfies } from '../suites/vocabulary/verdict.ts';

/** By whose word a check is judged under a profile. */
export type Decision =
  | { readonly by: Authority; readonly rulings: readonly Ruling[] }
  /** The profile overrules; without rulings, the check is set aside. */
  | { readonly by: 'the profile'; readonly rulings: readonly Ruling[]; readonly reason: string }
  | { readonly by: 'nobody' };

/** Who decides on a check under a profile. */
export function decisionOn(id: CheckId, check: Pick<Check, 'rulings'>, profile: Profile): Decision {
  const { overrulings = {} } = profile;
  const pattern = id in overrulings ? id : Object.keys(overrulings).find((glob) => picomatch.isMatch(id, glob));
  const overruled = pattern === undefined ? undefined : overrulings[pattern];
  if (overruled) {
    return { by: 'the profile', rulings: overruled.rulings === 'ignore' ? [] : overruled.rulings, reason: overruled.reason };
  }
  const decided = decidedBy(check.rulings, profile);
  return decided ? { by: decided.authority, rulings: decided.rulings } : { by: 'nobody' };
}

const alternatives = (values: readonly string[]): string => values.map((value) => `“${value}”`).join(' or ');

function bounds({ atLeast, atMost }: { readonly atLeast?: number; readonly atMost?: number }): string {
  const parts = [
    ...(atLeast === undefined ? [] : [`at least ${atLeast}`]),
    ...(atMost === undefined ? [] : [`at most ${atMost}`]),
  ];
  return parts.join(' and ') || 'a number';
}

function expected(expect: Expected): string {
  if ('oneOf' in expect) return `be ${alternatives(expect.oneOf)}`;
  if ('noneOf' in expect) return `not be ${alternatives(expect.noneOf)}`;
  return `be ${bounds(expect)}`;
}

/** A ruling in words: `must be “GET, no body”`. */
export function describeRuling({ level, expect }: Pick<Ruling, 'level' | 'expect'>): string {
  return `${level} ${expected(expect)}`;
}

/** What a decision asks for that a value is not, in words: `must be “absent”`. */
export function describeMissed(decision: Decision, value: string): string {
  const rulings = decision.by === 'nobody' ? [] : decision.rulings;
  const missed = rulings.filter(({ level, expect }) => level !== 'may' && !satisfies(value, expect));
  return [...new Set(missed.map(describeRuling))].join('; ');
}

import picomatch from 'picomatch';
import type { Check, CheckId, Expected, Ruling } from '../suites/vocabulary/check.ts';
import { decide, type Decision } from '../suites/vocabulary/decision.ts';
import type { Profile } from '../suites/vocabulary/profile.ts';
import { satisfies } from '../suites/vocabulary/verdict.ts';

/** Who decides on a check under a profile. */
export function decisionOn(id: CheckId, check: Pick<Check, 'rulings'>, profile: Profile): Decision {
  return decide(id, check, profile, (each, glob) => picomatch.isMatch(each, glob));
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
  const missed = decision.rulings.filter(({ level, expect }) => level !== 'may' && !satisfies(value, expect));
  return [...new Set(missed.map(describeRuling))].join('; ');
}

import type { Expected, Ruling } from './check.ts';
import type { Profile } from './profile.ts';
import type { Authority } from './requirement.ts';

/** The value of a fact in an observation, or why there is none. The same under every profile. */
export type Finding =
  | { readonly value: string }
  | {
      readonly none: 'no such request' | 'given not met' | 'capability' | 'transport' | 'call failed';
      readonly because: string;
    };

/** From best to worst for a reader who looks for trouble: the worst of several is the last. */
export const verdicts = ['n/a', 'note', 'pass', 'warn', 'fail', 'error'] as const;
export type Verdict = (typeof verdicts)[number];

/** Whether a finding satisfies an expectation; a bound is never satisfied by what is not a number. */
export function satisfies(value: string, expect: Expected): boolean {
  if ('oneOf' in expect) return expect.oneOf.includes(value);
  if ('noneOf' in expect) return !expect.noneOf.includes(value);
  const number = value === '' ? Number.NaN : Number(value);
  return number >= (expect.atLeast ?? -Infinity) && number <= (expect.atMost ?? Infinity);
}

export interface Jurisdiction {
  readonly authority: Authority;
  readonly rulings: readonly Ruling[];
}

/** The first authority of a profile that has any ruling; it decides alone. */
export function decidedBy(rulings: readonly Ruling[], profile: Pick<Profile, 'authorities'>): Jurisdiction | undefined {
  return profile.authorities
    .map((authority) => ({ authority, rulings: rulings.filter((ruling) => ruling.authority === authority) }))
    .find((candidate) => candidate.rulings.length > 0);
}

/**
 * The verdict on a finding by the rulings of one authority: a missed must is `fail`, a missed should `warn`.
 * Where there are only permissions, a finding that none of them names is a `note`.
 */
export function judge(finding: Finding, rulings: readonly Ruling[]): Verdict {
  if ('none' in finding) return 'n/a';
  if (rulings.length === 0) return 'note';
  const missed = rulings.filter((ruling) => !satisfies(finding.value, ruling.expect));
  if (missed.some((ruling) => ruling.level === 'must')) return 'fail';
  if (missed.some((ruling) => ruling.level === 'should')) return 'warn';
  return rulings.every((ruling) => ruling.level === 'may') && missed.length === rulings.length ? 'note' : 'pass';
}

/** The worse of two verdicts, for cells and totals. */
export function worst(list: readonly Verdict[]): Verdict {
  return list.reduce<Verdict>((a, b) => (verdicts.indexOf(b) > verdicts.indexOf(a) ? b : a), 'n/a');
}

import type { Decision } from '../judging/decide.ts';
import { satisfies } from '../judging/satisfies.ts';
import type { Expected, Ruling } from '../vocabulary/check.ts';

const alternatives = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/** An expected value in words: `“absent”`, `an error`, `any error but redirect-loop`, `POST with any body`. */
export function describeExpected(value: string): string {
  if (value === 'any error') return 'an error';
  if (value.startsWith('any error but ')) return value;
  const [, method] = /^(\S+), any body$/.exec(value) ?? [];
  return method === undefined ? `“${value}”` : `${method} with any body`;
}

const listed = (values: readonly string[]): string => alternatives.format(values.map(describeExpected));

function bounds({ atLeast, atMost }: { readonly atLeast?: number; readonly atMost?: number }): string {
  const parts = [
    ...(atLeast === undefined ? [] : [`at least ${atLeast}`]),
    ...(atMost === undefined ? [] : [`at most ${atMost}`]),
  ];
  return parts.join(' and ') || 'a number';
}

function describeExpectation(expect: Expected): string {
  if ('oneOf' in expect) return `be ${listed(expect.oneOf)}`;
  if ('noneOf' in expect) return `not be ${listed(expect.noneOf)}`;
  return `be ${bounds(expect)}`;
}

/** A ruling in words: `must be “GET, no body”`. */
export function describeRuling({ level, expect }: Pick<Ruling, 'level' | 'expect'>): string {
  // A permission with exceptions: "may not be" would read as a prohibition.
  if (level === 'may' && 'noneOf' in expect) return `may be anything but ${listed(expect.noneOf)}`;
  return `${level} ${describeExpectation(expect)}`;
}

/** What a decision demands that a value does not satisfy. */
export const missedRulings = ({ rulings }: Pick<Decision, 'rulings'>, value: string): readonly Ruling[] =>
  rulings.filter(({ level, expect }) => level !== 'may' && !satisfies(value, expect));

/** The same in words: `must be “absent”`. */
export const describeMissed = (missed: readonly Ruling[]): string => [...new Set(missed.map(describeRuling))].join('; ');

import type { Expected, Ruling } from './check.ts';

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

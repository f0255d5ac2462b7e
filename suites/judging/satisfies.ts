import type { Expected } from '../vocabulary/check.ts';

const isError = (value: string): boolean => value.startsWith('error: ');

/** Whether a finding is an expected value, or one of those that the expected value stands for. */
function matches(value: string, expected: string): boolean {
  if (value === expected) return true;
  if (expected === 'any error') return isError(value);
  const excluded = /^any error but (.+)/.exec(expected)?.[1];
  if (excluded !== undefined) return isError(value) && value !== `error: ${excluded}`;
  const method = /^(\S+), any body$/.exec(expected)?.[1];
  return method !== undefined && value.startsWith(`${method}, `);
}

/** Whether a finding satisfies an expectation; what is not a number never satisfies a bound. */
export function satisfies(value: string, expect: Expected): boolean {
  if ('oneOf' in expect) return expect.oneOf.some((expected) => matches(value, expected));
  if ('noneOf' in expect) return !expect.noneOf.some((expected) => matches(value, expected));
  const number = value === '' ? Number.NaN : Number(value);
  return number >= (expect.atLeast ?? -Infinity) && number <= (expect.atMost ?? Infinity);
}

import { adr016Policy } from './adr-016.ts';
import { fetchPolicy } from './fetch.ts';
import type { Policy } from './policy.ts';
import { rfc9110Policy } from './rfc9110.ts';
import { strictPolicy } from './strict.ts';

/** The policy of each rule book, by the name of its profile. */
export const ruleBooks = {
  fetch: fetchPolicy,
  rfc9110: rfc9110Policy,
  'adr-016': adr016Policy,
  strict: strictPolicy,
} as const satisfies Readonly<Record<string, Policy>>;

/** The name of a rule book. */
export type RuleBook = keyof typeof ruleBooks;

/** The names of all rule books. */
export const ruleBookNames = Object.keys(ruleBooks) as readonly RuleBook[];

/** Whether a rule book has this name. */
export const isRuleBook = (name: string): name is RuleBook => ruleBookNames.some((each) => each === name);

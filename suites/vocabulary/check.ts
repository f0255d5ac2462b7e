import { nameOfFact, type Fact } from './fact.ts';
import type { Authority, RequirementId } from './requirement.ts';

/** Which values of a finding satisfy a ruling. Bounds are for findings that are numbers. */
export type Expected =
  | { readonly oneOf: readonly string[] }
  | { readonly noneOf: readonly string[] }
  | { readonly atLeast?: number; readonly atMost?: number };

export type Level = 'must' | 'should' | 'may';

/** What one authority thinks of one fact. */
export interface Ruling {
  readonly authority: Authority;
  readonly level: Level;
  readonly expect: Expected;
  readonly requirement: RequirementId;
  /** Where readers differ: what the other reading is, or a link to it. */
  readonly disputed?: string;
}

/** A fact of a scenario with the rulings on it; looked at only where `given` holds. Its id is `suite/name#fact`. */
export interface Check {
  readonly fact: Fact;
  readonly given?: { readonly fact: Fact; readonly oneOf: readonly string[] };
  readonly rulings: readonly Ruling[];
}

/** `method-matrix/307-post#request@target` */
export type CheckId = string;

export function checkId(scenario: string, check: Check): CheckId {
  return `${scenario}#${nameOfFact(check.fact)}`;
}

import type { Client } from '../adapter/index.ts';
import { referenceClient } from '../reference/client.ts';
import { referencePolicies } from '../reference/policies.ts';
import type { RuleBook } from '../policy/rule-books.ts';
import type { ReferencePolicy } from '../reference/policy.ts';
import type { Mutant } from './mutant.ts';

/** The reference client of a profile, changed by a mutant. */
export function mutate({ name, policy, send, client }: Mutant, profile: RuleBook): Client {
  const original: ReferencePolicy = referencePolicies[profile];
  const mutated = referenceClient(name, { ...original, ...policy?.(original) }, send);
  return client?.(mutated) ?? mutated;
}

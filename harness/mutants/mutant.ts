import type { CheckId } from '../../suites/vocabulary/check.ts';
import type { Client } from '../adapter/index.ts';
import type { SendOne } from '../reference/messages.ts';
import type { RuleBook } from '../policy/rule-books.ts';
import type { ReferencePolicy } from '../reference/policy.ts';

/** The reference client with one decision changed. */
export interface Mutant {
  readonly name: string;
  /** Completes the sentence "A client that …". */
  readonly title: string;
  /** Changes decisions of the policy. */
  readonly policy?: (original: ReferencePolicy) => Partial<ReferencePolicy>;
  /** Changes how single requests are sent, or how their answers are read. */
  readonly send?: (original: SendOne, signal: AbortSignal) => SendOne;
  /** Changes what the caller asks for, or what the caller gets. */
  readonly client?: (original: Client) => Client;
  /** The checks that must fail, by profile: one to three in all. */
  readonly witnesses: Readonly<Partial<Record<RuleBook, readonly CheckId[]>>>;
}

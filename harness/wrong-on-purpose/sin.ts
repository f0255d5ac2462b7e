import type { Capability } from '../../suites/vocabulary/scenario.ts';
import type { Client } from '../client.ts';
import type { Send } from '../reference/follow.ts';
import type { policies } from '../reference/policies.ts';
import type { Policy } from '../reference/policy.ts';

/** The profiles that the reference client can keep, and a sin can break. */
export type ProfileName = keyof typeof policies;

export interface Breakage {
  readonly under: readonly ProfileName[];
  /** Ids or globs of the checks that fail, these and no others. */
  readonly checks: readonly string[];
}

/** One thing done wrong by a client that is right otherwise, and exactly the checks that must notice. */
export interface Sin {
  readonly name: string;
  /** Completes the sentence "A client that …". */
  readonly title: string;
  /** Without this capability it has no occasion to sin; it is tried on the scenarios that need it, and on no others. Without one, not on those through proxies. */
  readonly capability?: Capability;
  /** Decisions taken wrongly. */
  readonly policy?: (virtue: Policy) => Partial<Policy>;
  /** Single requests sent or answers read wrongly. */
  readonly send?: (virtue: Send) => Send;
  /** The caller served wrongly. */
  readonly client?: (virtue: Client) => Client;
  /** What must notice, under each profile that it is tried against; none where the profile has nothing against it. */
  readonly breaks: readonly Breakage[];
}

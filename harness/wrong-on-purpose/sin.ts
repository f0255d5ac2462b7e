import type { Capability } from '../../suites/vocabulary/scenario.ts';
import type { Client } from '../client.ts';
import type { Send } from '../reference/follow.ts';
import type { policies } from '../reference/policies.ts';
import type { Policy } from '../reference/policy.ts';

/** The profiles that the reference client can keep, and a sin can break. */
export type ProfileName = keyof typeof policies;

/** Capabilities with suites of their own, which would tell most sins nothing that the other suites do not. */
export const apart: readonly Capability[] = [
  'cookie-jar',
  'cache',
  'http2',
  'proxy',
  'agent',
  'form',
  'sensitive-headers',
  'on-redirect',
  'max-bytes',
  'rewrite-methods',
  'event-source',
  'websocket',
];

/** One thing done wrong by a client that is right otherwise. The checks that notice, these and no others, are listed in `broken/<name>.txt`. */
export interface Sin {
  readonly name: string;
  /** Completes the sentence "A client that …". */
  readonly title: string;
  /** Without this capability it has no occasion to sin; it is tried on the scenarios that need it, and on no others. */
  readonly capability?: Capability;
  /** Of what is `apart`, what it is tried on all the same. */
  readonly also?: readonly Capability[];
  /** Decisions taken wrongly. */
  readonly policy?: (virtue: Policy) => Partial<Policy>;
  /** Single requests sent or answers read wrongly. */
  readonly send?: (virtue: Send, signal: AbortSignal) => Send;
  /** The caller served wrongly. */
  readonly client?: (virtue: Client) => Client;
  /** The profiles that it is tried against. */
  readonly under: readonly ProfileName[];
}

import type { CheckId } from './check.ts';
import type { Column } from './result.ts';

/** A check that a client is known to fail, and how. It can only tell the truth: a pass, or another failure, is unexpected. */
export interface KnownDeviation {
  readonly finding: string;
  /** Why, in plain words. */
  readonly reason: string;
  /** How many checks a glob matches; required for a glob, and exact. */
  readonly count?: number;
  /** The upstream issue, if there is one. */
  readonly link?: string;
  /** ISO date after which the entry no longer counts. */
  readonly expires?: string;
}

/** What fails a run: a missed must, or a missed should too. */
export type FailOn = 'must' | 'should';

/** A committed list of known deviations. An exact check id goes before a glob. */
export interface KnownDeviations {
  readonly version: 1;
  readonly profile: string;
  readonly failOn: FailOn;
  readonly clients: Readonly<Record<Column['id'], Readonly<Record<CheckId, KnownDeviation>>>>;
}

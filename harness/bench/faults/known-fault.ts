import type { CheckId } from '../../../suites/vocabulary/check.ts';

/** A fault that a release of a client had and another has not, and the check that has to see it. */
export interface KnownFault {
  /** The number of its advisory, or a name; after `#` what tells rows of one advisory apart. */
  readonly id: string;
  /** The column with the fault as `--client` names it, and after `+` the runtime if it is not that of the project. */
  readonly vulnerable: string;
  readonly fixed: string;
  readonly check: CheckId;
  /** The finding of the check with the fault, and without it. */
  readonly findings: readonly [vulnerable: string, fixed: string];
  /** Set if the two releases differ on purpose: no profile has to prefer one of them. */
  readonly policy?: true;
  readonly behaviour: string;
  /** Where the fault is described. */
  readonly source: string;
}

/** A fault that no check sees, and why. */
export interface UnseenFault extends Pick<KnownFault, 'id' | 'vulnerable' | 'fixed' | 'behaviour' | 'source'> {
  readonly because: string;
}

/** A row of the benchmark. */
export type FaultRow = KnownFault | UnseenFault;

export const isSeeable = (row: FaultRow): row is KnownFault => 'check' in row;

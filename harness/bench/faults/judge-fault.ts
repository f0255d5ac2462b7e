import { textOfFinding } from '../../../suites/vocabulary/finding.ts';
import type { CheckResult } from '../../../suites/vocabulary/result.ts';
import type { KnownFault } from './known-fault.ts';

/** What came of the check of a fault in one release; undefined if nothing did. */
type Seen = CheckResult | undefined;

/** Whether the benchmark sees a fault. */
export type FaultVerdict =
  /** `profile` prefers the release without the fault; none has to if the difference is a policy. */
  { readonly isSeen: true; readonly profile?: string } | { readonly isSeen: false; readonly because: string };

/** A finding in words, also where there is none. */
export const outcomeText = (seen: Seen): string => (seen ? textOfFinding(seen.finding) : 'nothing');

/** The first profile that objects to the one release, and to nothing of the other. */
function preferring(vulnerable: CheckResult, fixed: CheckResult): string | undefined {
  const objects = (verdict: string | undefined): boolean => verdict === 'fail' || verdict === 'warn';
  const names = Object.keys(vulnerable.verdicts);
  return names.find((name) => objects(vulnerable.verdicts[name]) && fixed.verdicts[name] === 'pass');
}

/**
 * Whether the check of a fault tells the two releases apart as the row says: both findings are those of the row, and some
 * profile objects only to the first, unless the difference is a policy.
 */
export function judgeFault({ findings, policy }: KnownFault, vulnerable: Seen, fixed: Seen): FaultVerdict {
  const [before, after] = findings;
  if (outcomeText(vulnerable) !== before) return { isSeen: false, because: `expected ${before} with the fault` };
  if (outcomeText(fixed) !== after) return { isSeen: false, because: `expected ${after} without the fault` };
  const profile = vulnerable && fixed && preferring(vulnerable, fixed);
  if (profile !== undefined) return { isSeen: true, profile };
  return policy ? { isSeen: true } : { isSeen: false, because: 'no profile prefers the release without the fault' };
}

import type { KnownList } from './known-list.ts';
import type { CheckId } from '../vocabulary/check.ts';
import type { FailOn } from '../vocabulary/known.ts';
import type { Cell } from '../vocabulary/result.ts';
import type { Verdict } from '../vocabulary/verdict.ts';

/** Verdicts that count as a deviation. */
const deviating: Readonly<Record<FailOn, readonly Verdict[]>> = { must: ['fail'], should: ['fail', 'warn'] };

/** A check whose result is not what the known deviations say. */
export interface Unexpected {
  readonly check: CheckId;
  readonly finding: string;
  readonly why: string;
}

/** Every check of a cell with an unexpected result: a new failure, a failure other than the known one, or a known one that is gone. */
export function unexpectedIn(
  { checks }: Pick<Cell, 'checks'>,
  known: KnownList,
  profile: string,
  failOn: FailOn,
): readonly Unexpected[] {
  return Object.entries(checks).flatMap(([check, { finding, verdicts }]) => {
    const entry = known.entryFor(check);
    const verdict = verdicts[profile] ?? 'error';
    const value = 'value' in finding ? finding.value : `${finding.none}: ${finding.because}`;
    const unexpected = (why: string): readonly Unexpected[] => [{ check, finding: value, why }];
    if (!deviating[failOn].includes(verdict))
      return entry ? unexpected(`is a known deviation (${entry.finding}), and is now ${verdict}: remove the entry`) : [];
    if (!entry) return unexpected(`${verdict} under ${profile}, and not a known deviation`);
    return entry.finding === value ? [] : unexpected(`its known deviation is: ${entry.finding}`);
  });
}

import type { CheckId } from '../suites/vocabulary/check.ts';
import type { FailOn } from '../suites/vocabulary/known.ts';
import type { Cell } from '../suites/vocabulary/result.ts';
import type { Verdict } from '../suites/vocabulary/verdict.ts';
import type { KnownList } from './known-list.ts';

/** Verdicts that count as a deviation. */
const deviating: Readonly<Record<FailOn, readonly Verdict[]>> = { must: ['fail'], should: ['fail', 'warn'] };

/** A check that did not come out as the known deviations say. */
export interface Unexpected {
  readonly check: CheckId;
  readonly finding: string;
  readonly why: string;
}

/** Every check of a cell that is not as expected: a new failure, another failure than the known one, or a known one that is gone. */
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
    if (!entry) return unexpected(`${verdict} under ${profile}, and no known deviation`);
    return entry.finding === value ? [] : unexpected(`known to deviate as: ${entry.finding}`);
  });
}

import type { CheckId } from '../../suites/vocabulary/check.ts';
import { textOfFinding } from '../../suites/vocabulary/finding.ts';
import type { CheckResult } from '../../suites/vocabulary/result.ts';
import type { ReleaseResults } from './release-history.ts';

/** A check whose finding is not the same in all releases, with its result in each; none where a release could not be run. */
export interface ChangedCheck {
  readonly id: CheckId;
  readonly results: readonly (CheckResult | undefined)[];
}

const resultsOf = ({ results, fault }: ReleaseResults): Readonly<Record<CheckId, CheckResult>> =>
  fault === undefined ? Object.assign({}, ...results.cells.map(({ checks }) => checks)) : {};

/** The checks that tell releases apart, in the order of the catalogue. */
export function changedChecks(releases: readonly ReleaseResults[]): readonly ChangedCheck[] {
  const byRelease = releases.map(resultsOf);
  const ids = new Set(byRelease.flatMap((checks) => Object.keys(checks)));
  return [...ids]
    .map((id) => ({ id, results: byRelease.map((checks) => checks[id]) }))
    .filter(({ results }) => new Set(results.flatMap((result) => (result ? [textOfFinding(result.finding)] : []))).size > 1);
}

import type { Profile } from '../../suites/vocabulary/profile.ts';
import type { Results } from '../../suites/vocabulary/result.ts';
import { compareRuns } from '../model/comparison.ts';
import { type UserNote, userNotes } from '../model/user-notes.ts';

/** A release of a client, and what its users notice when they come from the one before. */
export interface ReleaseEntry {
  readonly version: string;
  /** The release before; undefined for the oldest one. */
  readonly before?: string;
  readonly notes: readonly UserNote[];
  /** How many checks have another finding. */
  readonly changed: number;
  /** Why it could not be run, if so. */
  readonly fault?: string;
}

/** A release with its results; the results have one column. */
export interface ReleaseResults {
  readonly version: string;
  readonly results: Results;
  readonly fault?: string;
}

/** What changed from release to release, the newest first. One that could not be run is passed over. */
export function releaseHistory(oldestFirst: readonly ReleaseResults[], profile: Profile): readonly ReleaseEntry[] {
  const entries: ReleaseEntry[] = [];
  let last: ReleaseResults | undefined;
  for (const release of oldestFirst) {
    const { version, results, fault } = release;
    if (fault !== undefined) entries.push({ version, notes: [], changed: 0, fault });
    else {
      const [before, after] = [last?.results.columns[0], results.columns[0]];
      const changes = last && before && after ? compareRuns(last.results, results, [{ before, after }], profile).changes : [];
      entries.push({ version, ...(last && { before: last.version }), notes: userNotes(changes), changed: changes.length });
      last = release;
    }
  }
  return entries.toReversed();
}

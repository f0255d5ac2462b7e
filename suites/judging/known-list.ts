import picomatch from 'picomatch';
import type { CheckId } from '../vocabulary/check.ts';
import type { KnownDeviation } from '../vocabulary/known.ts';

/** The known deviations of one column, by check id or glob. */
export type KnownEntries = Readonly<Record<string, KnownDeviation>>;

/** An entry of a list, with the check id or glob that it is for. */
export interface KnownEntry extends KnownDeviation {
  readonly pattern: string;
}

/** Whether an entry of a list is for several checks. */
export const isGlob = (pattern: string): boolean => picomatch.scan(pattern).isGlob;

/** The known deviations of one column. */
export class KnownList {
  readonly entries: readonly KnownEntry[];
  readonly #exact: ReadonlyMap<string, KnownEntry>;
  readonly #globs: readonly (readonly [entry: KnownEntry, matches: (id: CheckId) => boolean])[];

  constructor(entries: KnownEntries) {
    this.entries = Object.entries(entries).map(([pattern, entry]) => ({ pattern, ...entry }));
    this.#exact = new Map(this.entries.map((entry) => [entry.pattern, entry]));
    this.#globs = this.entries
      .filter(({ pattern }) => isGlob(pattern))
      .map((entry) => [entry, picomatch(entry.pattern)] as const);
  }

  /** The entries for a check: that of its exact id alone, else those of the globs that match it. */
  entriesFor(id: CheckId): readonly KnownEntry[] {
    const exact = this.#exact.get(id);
    return exact ? [exact] : this.#globs.filter(([, matches]) => matches(id)).map(([entry]) => entry);
  }

  /** The entry that says that a check has this finding, if there is one. */
  entryWith(id: CheckId, finding: string): KnownEntry | undefined {
    return this.entriesFor(id).find((entry) => entry.finding === finding);
  }

  /** The first check for which two globs have the same finding, in one line; undefined if there is none. */
  ambiguity(checks: readonly CheckId[]): string | undefined {
    for (const id of checks) {
      const byFinding = Map.groupBy(this.entriesFor(id), ({ finding }) => finding);
      const [first, second] = [...byFinding.values()].find(({ length }) => length > 1) ?? [];
      if (first && second) return `${first.pattern} and ${second.pattern} both match ${id}; make one of them narrower`;
    }
    return undefined;
  }
}

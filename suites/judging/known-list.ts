import type { CheckId } from '../vocabulary/check.ts';
import type { KnownDeviation } from '../vocabulary/known.ts';
import { PatternTable } from './pattern-table.ts';

/** The known deviations of one column, by check id or glob. */
export type KnownEntries = Readonly<Record<string, KnownDeviation>>;

/** An entry of a list, with the check id or glob that it is for. */
export interface KnownEntry extends KnownDeviation {
  readonly pattern: string;
}

/** The known deviations of one column. */
export class KnownList {
  readonly entries: readonly KnownEntry[];
  readonly #table: PatternTable<KnownEntry>;

  constructor(entries: KnownEntries) {
    this.entries = Object.entries(entries).map(([pattern, entry]) => ({ pattern, ...entry }));
    this.#table = new PatternTable(this.entries.map((entry) => [entry.pattern, entry]));
  }

  /** The entries for a check: that of its exact id alone, else those of the globs that match it. */
  entriesFor(id: CheckId): readonly KnownEntry[] {
    return this.#table.entriesFor(id);
  }

  /** The entry that says that a check has this finding, if there is one. */
  entryWith(id: CheckId, finding: string): KnownEntry | undefined {
    return this.entriesFor(id).find((entry) => entry.finding === finding);
  }

  /** The first check for which two globs have the same finding, in one line; undefined if there is none. */
  ambiguity(checks: readonly CheckId[]): string | undefined {
    for (const id of checks) {
      for (const [first, second] of Map.groupBy(this.entriesFor(id), ({ finding }) => finding).values())
        if (first && second) return `${first.pattern} and ${second.pattern} both match ${id}; make one of them narrower`;
    }
    return undefined;
  }
}

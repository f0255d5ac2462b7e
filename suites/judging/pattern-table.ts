import picomatch from 'picomatch';
import type { CheckId } from '../vocabulary/check.ts';

/** Whether an entry is for several checks. */
export const isGlob = (pattern: string): boolean => picomatch.scan(pattern).isGlob;

/** Entries by check id, or by glob over check ids. */
export class PatternTable<Entry> {
  readonly #entries: Readonly<Record<string, Entry>>;
  readonly #globs: readonly (readonly [pattern: string, matches: (id: CheckId) => boolean])[];

  constructor(entries: Readonly<Record<string, Entry>>) {
    this.#entries = entries;
    // The others match only themselves, and are looked up.
    this.#globs = Object.keys(entries)
      .filter(isGlob)
      .map((pattern) => [pattern, picomatch(pattern)]);
  }

  /** The patterns that claim a check: its exact id alone, if it is one, else every glob that matches it. */
  patternsFor(id: CheckId): readonly string[] {
    return Object.hasOwn(this.#entries, id) ? [id] : this.#globs.filter(([, matches]) => matches(id)).map(([pattern]) => pattern);
  }

  /** The entry for a check, if there is one. */
  entryFor(id: CheckId): Entry | undefined {
    const [entry] = this.patternsFor(id).map((pattern) => this.#entries[pattern]);
    return entry;
  }
}

import picomatch from 'picomatch';
import type { CheckId } from '../vocabulary/check.ts';

/** Whether an entry is for several checks. */
export const isGlob = (pattern: string): boolean => picomatch.scan(pattern).isGlob;

/** Entries by check id, or by glob over check ids. */
export class PatternTable<Entry> {
  readonly #exact: ReadonlyMap<string, Entry>;
  readonly #globs: readonly { readonly matches: (id: CheckId) => boolean; readonly entry: Entry }[];

  constructor(entries: readonly (readonly [pattern: string, entry: Entry])[]) {
    this.#exact = new Map(entries);
    // The others match only themselves, and are looked up.
    const globs = entries.filter(([pattern]) => isGlob(pattern));
    this.#globs = globs.map(([pattern, entry]) => ({ matches: picomatch(pattern), entry }));
  }

  /** The entries for a check: that of its exact id alone, if there is one, else those of every glob that matches it. */
  entriesFor(id: CheckId): readonly Entry[] {
    const exact = this.#exact.get(id);
    return exact === undefined ? this.#globs.filter(({ matches }) => matches(id)).map(({ entry }) => entry) : [exact];
  }

  /** The first entry for a check, if there is one. */
  entryFor(id: CheckId): Entry | undefined {
    return this.entriesFor(id)[0];
  }
}

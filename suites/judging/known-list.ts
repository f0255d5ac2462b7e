import picomatch from 'picomatch';
import { checkId, type CheckId } from '../vocabulary/check.ts';
import type { KnownDeviation } from '../vocabulary/known.ts';
import type { Scenario } from '../vocabulary/scenario.ts';

type Entries = Readonly<Record<CheckId, KnownDeviation>>;

const isGlob = (pattern: string): boolean => picomatch.scan(pattern).isGlob;

const idsOf = (catalogue: readonly Scenario[]): readonly CheckId[] =>
  catalogue.flatMap((scenario) => scenario.checks.map((check) => checkId(scenario.id, check)));

/** The known deviations of one column. */
export class KnownList {
  readonly #entries: Entries;
  readonly #globs: readonly (readonly [pattern: string, matches: (id: CheckId) => boolean])[];

  constructor(entries: Entries) {
    this.#entries = entries;
    this.#globs = Object.keys(entries)
      .filter(isGlob)
      .map((pattern) => [pattern, picomatch(pattern)]);
  }

  /** The entry for a check, if there is one: that of its exact id, else that of the glob that matches it. */
  entryFor(id: CheckId): KnownDeviation | undefined {
    const [glob] = this.#globsFor(id);
    return this.#entries[id] ?? (glob === undefined ? undefined : this.#entries[glob]);
  }

  /** The first check on which two globs match, in one line; undefined if there is none. */
  ambiguity(catalogue: readonly Scenario[]): string | undefined {
    for (const id of idsOf(catalogue).filter((each) => !(each in this.#entries))) {
      const [first, second] = this.#globsFor(id);
      if (second !== undefined) return `${first} and ${second} both match ${id}; make one of them narrower`;
    }
    return undefined;
  }

  /** What is wrong with the list itself, against the whole catalogue: entries that match nothing, wrong counts, expired ones. */
  complaints(catalogue: readonly Scenario[], today: string): readonly string[] {
    const entries = idsOf(catalogue).map((id) => this.entryFor(id));
    return Object.entries(this.#entries).flatMap(([pattern, entry]) => {
      const count = entries.filter((each) => each === entry).length;
      if (count === 0) return [`${pattern} matches no check; remove it`];
      if (isGlob(pattern) && count !== entry.count)
        return [
          `${pattern} matches ${count} checks, but ${entry.count === undefined ? 'has no count' : `its count is ${entry.count}`}`,
        ];
      if (entry.expires !== undefined && entry.expires < today) return [`${pattern} expired on ${entry.expires}`];
      return [];
    });
  }

  #globsFor(id: CheckId): readonly string[] {
    return this.#globs.filter(([, matches]) => matches(id)).map(([pattern]) => pattern);
  }
}

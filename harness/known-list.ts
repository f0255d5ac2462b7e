import picomatch from 'picomatch';
import { checkId, type CheckId } from '../suites/vocabulary/check.ts';
import type { KnownDeviation } from '../suites/vocabulary/known.ts';
import type { Scenario } from '../suites/vocabulary/scenario.ts';
import { UsageError } from './usage-error.ts';

type Entries = Readonly<Record<CheckId, KnownDeviation>>;

const isGlob = (pattern: string): boolean => picomatch.scan(pattern).isGlob;

const idsOf = (catalogue: readonly Scenario[]): readonly CheckId[] =>
  catalogue.flatMap((scenario) => scenario.checks.map((check) => checkId(scenario.id, check)));

/** The known deviations of one column, ready to be asked about each check. */
export class KnownList {
  readonly #entries: Entries;
  readonly #globs: readonly (readonly [pattern: string, matches: (id: CheckId) => boolean])[];

  constructor(entries: Entries) {
    this.#entries = entries;
    this.#globs = Object.keys(entries)
      .filter(isGlob)
      .map((pattern) => [pattern, picomatch(pattern)]);
  }

  /** The entry that speaks of a check. Throws a UsageError where two globs do. */
  entryFor(id: CheckId): KnownDeviation | undefined {
    const exact = this.#entries[id];
    if (exact) return exact;
    const [first, second] = this.#globs.filter(([, matches]) => matches(id)).map(([pattern]) => pattern);
    if (first !== undefined && second !== undefined)
      throw new UsageError(`known deviations: ${first} and ${second} both match ${id}; make one of them narrower`);
    return first === undefined ? undefined : this.#entries[first];
  }

  /** Throws a UsageError where two globs speak of one check. */
  refuseAmbiguity(catalogue: readonly Scenario[]): void {
    for (const id of idsOf(catalogue)) this.entryFor(id);
  }

  /** What is wrong with the list itself, measured against the whole catalogue: entries that match nothing, wrong counts, expired ones. */
  complaints(catalogue: readonly Scenario[], today: string): readonly string[] {
    const spokenFor = new Map(idsOf(catalogue).map((id) => [id, this.entryFor(id)]));
    return Object.entries(this.#entries).flatMap(([pattern, entry]) => {
      const count = [...spokenFor.values()].filter((each) => each === entry).length;
      if (count === 0) return [`${pattern} matches no check; remove it`];
      if (isGlob(pattern) && count !== entry.count)
        return [`${pattern} matches ${count} checks, and says count ${entry.count ?? 'nothing'}`];
      if (entry.expires !== undefined && entry.expires < today) return [`${pattern} expired on ${entry.expires}`];
      return [];
    });
  }
}

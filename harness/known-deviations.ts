import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import picomatch from 'picomatch';
import { z } from 'zod';
import { checkId, type CheckId } from '../suites/vocabulary/check.ts';
import type { FailOn, KnownDeviation, KnownDeviations } from '../suites/vocabulary/known.ts';
import type { Cell } from '../suites/vocabulary/result.ts';
import type { Scenario } from '../suites/vocabulary/scenario.ts';
import type { Verdict } from '../suites/vocabulary/verdict.ts';
import { UsageError } from './usage-error.ts';

const knownDeviation = z.strictObject({
  finding: z.string().min(1),
  reason: z.string().min(1, 'a reason in plain words is needed'),
  count: z.int().positive().exactOptional(),
  link: z.url().exactOptional(),
  expires: z.iso.date().exactOptional(),
});

const knownDeviations: z.ZodType<KnownDeviations> = z.strictObject({
  $schema: z.string().exactOptional(),
  version: z.literal(1),
  profile: z.string(),
  failOn: z.enum(['must', 'should']),
  clients: z.record(z.string(), z.record(z.string(), knownDeviation)),
});

/** The default name of a user's own file, in the current folder. */
export const DEFAULT_KNOWN_FILE = 'redirect-conformance.known.json';

/** Where the known deviations of a bundled client are kept: one file per package. */
export function bundledKnownFile(columnId: string): string {
  const [name = ''] = columnId.split(/[/~]/);
  return join(import.meta.dirname, '..', 'reports', 'known', `${name}.json`);
}

/** Reads a file of known deviations. Throws a UsageError that says what is wrong with it. */
export function readKnownDeviations(file: string): KnownDeviations {
  if (!existsSync(file)) throw new UsageError(`${file}: no such file`);
  try {
    return knownDeviations.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const reason =
      error instanceof z.ZodError ? z.prettifyError(error).split('\n').slice(0, 2).join('').trim() : (error as Error).message;
    throw new UsageError(`${file} is no valid list of known deviations: ${reason}`);
  }
}

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

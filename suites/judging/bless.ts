import picomatch from 'picomatch';
import type { CheckId } from '../vocabulary/check.ts';
import type { KnownDeviation, KnownDeviations } from '../vocabulary/known.ts';
import type { Unexpected } from '../vocabulary/result.ts';
import type { KnownEntries } from './known-list.ts';

/** What a developer accepts. */
export interface Acceptance {
  /** Why the client deviates, in plain words. Without it, nothing is added or changed. */
  readonly reason?: string;
  /** Whether entries are removed that are out of date. */
  readonly prune: boolean;
  /** Globs over check ids and entries; without them, everything. */
  readonly checks?: readonly string[];
}

/** Known deviations after results were accepted, and each change in words. */
export interface Blessed {
  readonly entries: KnownEntries;
  readonly changes: readonly string[];
}

interface Accepted {
  readonly check: CheckId;
  readonly finding: string;
}

/** What a check id consists of: `suite/name#fact`. */
function partsOf(id: CheckId): { readonly suite: string; readonly name: string; readonly fact: string } {
  const [slash, hash] = [id.indexOf('/'), id.indexOf('#')];
  return { suite: id.slice(0, slash), name: id.slice(slash + 1, hash), fact: id.slice(hash + 1) };
}

const groupOf = ({ check, finding }: Accepted): string => {
  const { suite, fact } = partsOf(check);
  return JSON.stringify([suite, fact, finding]);
};

/** Entries for new deviations: one for the checks of a suite that have the same fact and finding, `suite/{a,b}#fact`. */
function entriesFor(accepted: readonly Accepted[], reason: string): KnownEntries {
  const entries = [...Map.groupBy(accepted, groupOf)].map(([group, members]): [string, KnownDeviation] => {
    const [suite, fact, finding] = JSON.parse(group) as [string, string, string];
    const names = members.map(({ check }) => partsOf(check).name).join(',');
    return [`${suite}/${members.length > 1 ? `{${names}}` : names}#${fact}`, { finding, reason }];
  });
  return Object.fromEntries(entries);
}

const isChosen = (check: string, globs: readonly string[] | undefined): boolean =>
  globs === undefined || globs.includes(check) || picomatch.isMatch(check, [...globs]);

const isFailure = ({ kind }: Pick<Unexpected, 'kind'>): boolean => kind === 'regression' || kind === 'new';

/** What becomes of one entry: the entry that takes its place, none if it is removed, and the change in words. */
interface Fate {
  readonly entry?: KnownDeviation;
  readonly change?: string;
}

function fateOf(pattern: string, entry: KnownDeviation, about: readonly Unexpected[], { reason, prune }: Acceptance): Fate {
  const failure = about.find(isFailure);
  const [right] = about.flatMap(({ count }) => count ?? []);
  if (failure?.finding !== undefined && reason !== undefined) {
    const change = `changed  ${pattern}: ${entry.finding} -> ${failure.finding}`;
    return { entry: { ...entry, finding: failure.finding, reason }, change };
  }
  if (right !== undefined) {
    const change = `changed  ${pattern}: count ${entry.count} -> ${right}`;
    return { entry: { ...entry, count: right }, change };
  }
  if (prune && about.some(({ cause }) => cause === 'gone')) return { change: `removed  ${pattern}: ${entry.finding}` };
  return { entry };
}

/**
 * The known deviations of a column after its unexpected results were accepted: new failures are added, entries whose
 * finding or count has changed are changed, and entries that describe nothing any more are removed. An entry that has
 * expired stays: whether it may is for a person to say.
 */
export function bless(entries: KnownEntries, unexpected: readonly Unexpected[], acceptance: Acceptance): Blessed {
  const chosen = unexpected.filter(({ check }) => isChosen(check, acceptance.checks));
  const fates = Object.entries(entries).map(([pattern, entry]) => {
    const about = chosen.filter(({ check }) => check === pattern);
    return [pattern, fateOf(pattern, entry, about, acceptance)] as const;
  });
  const failures = chosen.flatMap(({ kind, check, finding }) =>
    isFailure({ kind }) && finding !== undefined && !(check in entries) ? [{ check, finding }] : [],
  );
  const added = acceptance.reason === undefined ? {} : entriesFor(failures, acceptance.reason);
  const kept = fates.flatMap(([pattern, { entry }]) => (entry ? [[pattern, entry] as const] : []));
  return {
    entries: { ...Object.fromEntries(kept), ...added },
    changes: [
      ...Object.entries(added).map(([pattern, { finding }]) => `added    ${pattern}: ${finding}`),
      ...fates.flatMap(([, { change }]) => change ?? []),
    ],
  };
}

/** A run of the whole catalogue. */
export interface BlessedRun {
  /** The ids of its columns. */
  readonly columns: readonly string[];
  readonly unexpected: readonly Unexpected[];
  /** The version of its catalogue. */
  readonly catalogue: number;
}

/** Whether a list describes the run: all of its clients were run, and no failure of a new check was left out. */
function isUpToDate({ clients }: KnownDeviations, { columns, unexpected }: BlessedRun, { reason, checks }: Acceptance): boolean {
  const acceptsAll = reason !== undefined && checks === undefined;
  return (
    Object.keys(clients).every((id) => columns.includes(id)) && (acceptsAll || !unexpected.some(({ kind }) => kind === 'new'))
  );
}

/**
 * A list after the unexpected results of a run were accepted, and each change in words. It takes over the version of the
 * catalogue unless failures of new checks would become regressions. A client without entries is not listed.
 */
export function blessList(
  list: KnownDeviations,
  run: BlessedRun,
  acceptance: Acceptance,
): { readonly list: KnownDeviations; readonly changes: readonly string[] } {
  const blessed = run.columns.map((id) => {
    const own = run.unexpected.filter(({ column }) => column === id);
    return { id, ...bless(list.clients[id] ?? {}, own, acceptance) };
  });
  const clients = { ...list.clients, ...Object.fromEntries(blessed.map(({ id, entries }) => [id, entries])) };
  return {
    list: {
      ...list,
      ...(isUpToDate(list, run, acceptance) && { catalogue: run.catalogue }),
      clients: Object.fromEntries(Object.entries(clients).filter(([, entries]) => Object.keys(entries).length > 0)),
    },
    changes: blessed.flatMap(({ id, changes }) => changes.map((change) => `${id}  ${change}`)),
  };
}

import type { CheckId } from '../vocabulary/check.ts';
import { textOfFinding } from '../vocabulary/finding.ts';
import type { FailOn } from '../vocabulary/known.ts';
import type { Cell, CheckResult, Unexpected } from '../vocabulary/result.ts';
import type { Verdict } from '../vocabulary/verdict.ts';
import type { KnownEntry, KnownList } from './known-list.ts';
import { isGlob } from './pattern-table.ts';

/** Verdicts that count as a deviation. */
const deviating: Readonly<Record<FailOn, readonly Verdict[]>> = { must: ['fail'], should: ['fail', 'warn'] };

/** Findings by check, as text; only those that have a value. */
export type Findings = Readonly<Record<CheckId, string>>;

/** What decides whether the results of a column are as expected. */
export interface Gate {
  readonly column: string;
  readonly profile: string;
  readonly failOn: FailOn;
  readonly known: KnownList;
  /** Checks that were added to the catalogue after the list was made. */
  readonly added: ReadonlySet<CheckId>;
  /** The findings of an earlier run, from which any difference is unexpected. */
  readonly before?: Findings;
}

type Judged = Pick<Cell, 'checks'>;

/** Whether a result says nothing about the client: the servers of the run cannot give the answers of the scenario. */
const isSilent = ({ finding }: CheckResult): boolean => 'none' in finding && finding.none === 'servers';

const textOf = ({ finding }: CheckResult): string => textOfFinding(finding);

const verdictOf = ({ verdicts }: CheckResult, { profile }: Gate): Verdict => verdicts[profile] ?? 'error';

const deviates = (result: CheckResult, gate: Gate): boolean => deviating[gate.failOn].includes(verdictOf(result, gate));

/** The entry that a result is known by: it deviates, and as the list says. */
function knownBy(check: CheckId, result: CheckResult, gate: Gate): KnownEntry | undefined {
  return deviates(result, gate) ? gate.known.entryWith(check, textOf(result)) : undefined;
}

function unexpectedResult(check: CheckId, result: CheckResult, gate: Gate): readonly Unexpected[] {
  if (isSilent(result)) return [];
  const { column, profile, known, added } = gate;
  const finding = textOf(result);
  const [entry] = known.entriesFor(check);
  const verdict = verdictOf(result, gate);
  if (!deviates(result, gate)) {
    if (!entry || isGlob(entry.pattern)) return [];
    const why = `is a known deviation (${entry.finding}), and is now ${verdict}: remove the entry`;
    return [{ column, kind: 'stale', check, finding, why, cause: 'gone' }];
  }
  if (knownBy(check, result, gate)) return [];
  if (entry) return [{ column, kind: 'regression', check, finding, why: `its known deviation is: ${entry.finding}` }];
  const why = `${verdict} under ${profile}, and not a known deviation`;
  return [{ column, kind: added.has(check) ? 'new' : 'regression', check, finding, why }];
}

function changedResult(check: CheckId, result: CheckResult, { column, before }: Gate): readonly Unexpected[] {
  const earlier = before?.[check];
  const finding = textOf(result);
  return earlier === undefined || earlier === finding
    ? []
    : [{ column, kind: 'changed', check, finding, why: `it was ${earlier} before` }];
}

/**
 * Every check of a cell with an unexpected result: a failure that is not known, a failure other than the known one, or a
 * known one that is gone. A failure of a check that was added after the list was made is `new`. Anything else that is not
 * as in the earlier run is `changed`, also where both answers are permitted.
 */
export function unexpectedIn({ checks }: Judged, gate: Gate): readonly Unexpected[] {
  return Object.entries(checks).flatMap(([check, result]) => {
    const unexpected = unexpectedResult(check, result, gate);
    return unexpected.length > 0 ? unexpected : changedResult(check, result, gate);
  });
}

/**
 * The unexpected results of a cell, once its scenario has been run again alone. A check whose finding is not the same
 * then is `flaky`, with both findings; the others are as they were.
 */
export function withFlaky(
  unexpected: readonly Unexpected[],
  column: string,
  first: Judged,
  again: Judged,
): readonly Unexpected[] {
  const flaky = Object.entries(first.checks).flatMap(([check, result]): readonly Unexpected[] => {
    const [finding, other] = [textOf(result), again.checks[check] && textOf(again.checks[check])];
    return other === undefined || other === finding
      ? []
      : [{ column, kind: 'flaky', check, finding, why: `when its scenario was run again alone, it was ${other}` }];
  });
  return [...flaky, ...unexpected.filter(({ check }) => !flaky.some((each) => each.check === check))];
}

/** Whether an unexpected result fails the run: a check that is new in the catalogue is only reported. */
export const failsRun = ({ kind }: Pick<Unexpected, 'kind'>): boolean => kind !== 'new';

/** A cell in which each result that is known names its entry. */
export function withKnown<Of extends Judged>(cell: Of, gate: Gate): Of {
  const checks = Object.entries(cell.checks).map(([check, result]) => {
    const entry = knownBy(check, result, gate);
    return [check, entry ? { ...result, known: entry.pattern } : result] as const;
  });
  return { ...cell, checks: Object.fromEntries(checks) };
}

type Fault = Pick<Unexpected, 'why' | 'cause' | 'count'>;

interface ListContext {
  /** The ids of all checks of the catalogue. */
  readonly catalogue: readonly CheckId[];
  /** The cells of the column, with their known results. */
  readonly cells: readonly Judged[];
  /** As in `expires`. */
  readonly today: string;
}

/**
 * The entries of a list that are out of date: they match no check, have expired, or no check has their finding any more.
 * The last is asked only of entries whose checks all have a result.
 */
export function staleEntries(gate: Gate, { catalogue, cells, today }: ListContext): readonly Unexpected[] {
  const results = new Map(cells.flatMap(({ checks }) => Object.entries(checks)).filter(([, result]) => !isSilent(result)));
  const idsOf = Map.groupBy(
    catalogue.flatMap((id) => gate.known.entriesFor(id).map((entry) => ({ id, entry }))),
    ({ entry }) => entry,
  );
  const faultOf = (entry: KnownEntry): Fault | undefined => {
    const ids = (idsOf.get(entry) ?? []).map(({ id }) => id);
    if (ids.length === 0) return { cause: 'gone', why: 'matches no check: remove the entry' };
    if ((entry.expires ?? today) < today) return { cause: 'expired', why: `expired on ${entry.expires}` };
    const seen = ids.flatMap((id) => results.get(id) ?? []);
    if (seen.length < ids.length) return undefined;
    const count = seen.filter(({ known }) => known === entry.pattern).length;
    if (count === 0) {
      // That the check of an exact id has another finding is a result of its own.
      return isGlob(entry.pattern)
        ? { cause: 'gone', why: `no check has the finding ${entry.finding}: remove the entry` }
        : undefined;
    }
    if (entry.count === undefined || entry.count === count) return undefined;
    const why = `${count} of its checks have the finding ${entry.finding}, but its count is ${entry.count}`;
    return { cause: 'count', why, count };
  };
  return gate.known.entries.flatMap((entry): readonly Unexpected[] => {
    const fault = faultOf(entry);
    return fault ? [{ column: gate.column, kind: 'stale', check: entry.pattern, ...fault }] : [];
  });
}

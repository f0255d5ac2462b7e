import type { Finding } from '../../suites/vocabulary/finding.ts';
import type { Verdict } from '../../suites/vocabulary/verdict.ts';
import { describeFinding } from '../../suites/wording/finding.ts';
import type { ChangeKind } from './changed-finding.ts';
import type { Change } from './comparison.ts';
import { byGravity, nameOfDeviation } from './gravity.ts';
import { verdictSymbols } from './verdict-symbols.ts';

/** Equal changes of several scenarios and columns. */
export interface ChangeGroup extends Pick<Change, 'kind' | 'fact' | 'expected' | 'requirements'> {
  /** Findings in words, or why there is none; empty if that run did not have the check. */
  readonly before: string;
  readonly after: string;
  /** The verdict of the worse side. */
  readonly verdict: Verdict;
  /** The verdicts of both sides as symbols, one if they are equal: `✗→✓`. */
  readonly symbols: string;
  readonly changes: readonly Change[];
}

function inWords({ fact }: Change, finding: Finding | undefined): string {
  if (!finding) return '';
  return 'value' in finding ? describeFinding(fact, finding.value) : `n/a: ${finding.because}`;
}

/** What is better now, or no longer seen, is as grave as it was. */
const isGraveBefore = (kind: ChangeKind): boolean => kind === 'fix' || kind === 'gone';

function groupOf(change: Change): Omit<ChangeGroup, 'changes'> {
  const { kind, fact, before, after, expected, requirements } = change;
  const worse = isGraveBefore(kind) ? before : after;
  return {
    kind,
    fact,
    before: inWords(change, before?.finding),
    after: inWords(change, after?.finding),
    verdict: worse?.verdict ?? 'n/a',
    symbols: [...new Set([before, after].flatMap((side) => (side ? verdictSymbols[side.verdict] : [])))].join('→'),
    expected,
    requirements,
  };
}

/** The changes of one kind, grouped by check name, findings and rules: the worst first, then the most frequent. */
export function groupChanges(changes: readonly Change[], kind: ChangeKind): readonly ChangeGroup[] {
  const all = changes.filter((change) => change.kind === kind).map((change) => ({ change, group: groupOf(change) }));
  const groups = Map.groupBy(all, ({ group: { fact, ...rest } }) => JSON.stringify([nameOfDeviation(fact), rest]));
  return [...groups.values()]
    .flatMap((members) =>
      members.slice(0, 1).map(({ group }): ChangeGroup => ({ ...group, changes: members.map(({ change }) => change) })),
    )
    .toSorted(
      (a, b) =>
        byGravity({ verdict: a.verdict, kind: a.fact.kind }, { verdict: b.verdict, kind: b.fact.kind }) ||
        b.changes.length - a.changes.length,
    );
}

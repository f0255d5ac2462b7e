import type { Finding } from '../../suites/vocabulary/finding.ts';
import type { Verdict } from '../../suites/vocabulary/verdict.ts';

/**
 * What became of a check. A regression is a worse verdict, a fix a better one. New and gone are checks that only one
 * side has a finding for, because the other catalogue or selection lacks them, or that client lacks the capability.
 */
export const changeKinds = ['regression', 'fix', 'other', 'new', 'gone'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** A finding and the verdict on it. */
export interface Judgement {
  readonly finding: Finding;
  readonly verdict: Verdict;
}

const severity: Readonly<Record<Verdict, number>> = { fail: 2, warn: 1, pass: 0, note: 0, 'n/a': 0, error: 0 };

const isFault = (finding: Finding | undefined): boolean =>
  finding !== undefined && 'none' in finding && finding.none === 'harness fault';

const hasValue = (finding: Finding | undefined): boolean => finding !== undefined && 'value' in finding;

/** Whether the client could be asked: a run without the check, and a client without the capability for it, show nothing. */
const isAsked = (finding: Finding | undefined): boolean =>
  finding !== undefined &&
  ('value' in finding || (finding.none !== 'capability' && finding.none !== 'transport' && finding.none !== 'servers'));

/** Two reasons why there is no value are no change. */
const isSame = (a: Finding, b: Finding): boolean =>
  'value' in a && 'value' in b ? a.value === b.value : !hasValue(a) && !hasValue(b);

function kindOf(before: Judgement, after: Judgement): ChangeKind {
  const worse = severity[after.verdict] - severity[before.verdict];
  if (worse > 0) return 'regression';
  // What is no longer seen is not repaired.
  return worse < 0 && hasValue(after.finding) ? 'fix' : 'other';
}

/** What became of a check, both sides judged by the same rules; undefined if neither side has a finding. */
export function changeBetween(
  before: Judgement | undefined,
  after: Judgement | undefined,
): ChangeKind | 'same' | 'fault' | undefined {
  if (isFault(before?.finding) || isFault(after?.finding)) return 'fault';
  if (!before || !isAsked(before.finding)) return hasValue(after?.finding) ? 'new' : undefined;
  if (!after || !isAsked(after.finding)) return hasValue(before.finding) ? 'gone' : undefined;
  return isSame(before.finding, after.finding) ? 'same' : kindOf(before, after);
}

import { decide } from '../../suites/judging/decide.ts';
import { judge } from '../../suites/judging/judge.ts';
import type { CheckId, Ruling } from '../../suites/vocabulary/check.ts';
import type { Fact } from '../../suites/vocabulary/fact.ts';
import type { Finding } from '../../suites/vocabulary/finding.ts';
import type { Profile } from '../../suites/vocabulary/profile.ts';
import type { Requirement, RequirementId } from '../../suites/vocabulary/requirement.ts';
import type { Column, Results } from '../../suites/vocabulary/result.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import { describeMissed, missedRulings } from '../../suites/wording/ruling.ts';
import { cellReader, type JudgedCheck } from './cells.ts';
import { changeBetween, type ChangeKind, type Judgement } from './changed-finding.ts';

/** One check that is not as before. */
export interface Change {
  readonly kind: ChangeKind;
  readonly column: Column['id'];
  readonly check: CheckId;
  readonly scenario: Scenario;
  readonly fact: Fact;
  /** Absent if that run did not have the check. */
  readonly before?: Judgement;
  readonly after?: Judgement;
  /** What the rules require and the worse side does not do: `must be “absent”`. Empty if nothing. */
  readonly expected: string;
  /** Where that is written. */
  readonly requirements: readonly RequirementId[];
}

/** A column of each run; one alone has no counterpart in the other run. */
export interface ColumnPair {
  readonly before?: Column;
  readonly after?: Column;
}

export interface Comparison {
  /** Both sides are judged by it, with the rulings of the second run. */
  readonly profile: Profile;
  readonly columns: readonly ColumnPair[];
  /** In the order of the catalogue. */
  readonly changes: readonly Change[];
  /** How many checks have the same finding and the same verdict on both sides. */
  readonly unchanged: number;
  /** How many checks could not be compared: the harness or an adapter broke. */
  readonly faults: number;
  readonly requirements: Readonly<Record<string, Requirement>>;
}

/** What the rulings require and a finding does not satisfy. */
function missedBy(finding: Finding | undefined, rulings: readonly Ruling[]): Pick<Change, 'expected' | 'requirements'> {
  if (!finding || 'none' in finding) return { expected: '', requirements: [] };
  const missed = missedRulings({ rulings }, finding.value);
  return {
    expected: describeMissed(missed),
    requirements: [...new Set(missed.map(({ requirement }) => requirement))],
  };
}

type Compared = Change | 'unchanged' | 'fault' | undefined;

/** Compares the results of one check; undefined if neither side has a finding. */
function compareCheck(
  column: Column['id'],
  scenario: Scenario,
  one: JudgedCheck | undefined,
  other: JudgedCheck | undefined,
  profile: Profile,
): Compared {
  const shown = other ?? one;
  if (!shown) return undefined;
  const { id, check } = shown;
  const { rulings } = decide(id, check, profile);
  const judged = (of: JudgedCheck | undefined): { readonly side?: Judgement } =>
    of ? { side: { finding: of.result.finding, verdict: judge(of.result.finding, rulings) } } : {};
  const [{ side: before }, { side: after }] = [judged(one), judged(other)];
  const kind = changeBetween(before, after);
  if (kind === undefined || kind === 'fault') return kind;
  const changed = (to: ChangeKind, was = before): Change => {
    const worse = to === 'fix' || to === 'gone' ? was : after;
    return {
      kind: to,
      column,
      check: id,
      scenario,
      fact: check.fact,
      ...(was && { before: was }),
      ...(after && { after }),
      ...missedBy(worse?.finding, rulings),
    };
  };
  if (kind !== 'same' || !before) return kind === 'same' ? 'unchanged' : changed(kind);
  const verdictThen = one?.result.verdicts[profile.name] ?? before.verdict;
  // The client is as before, and the rules are not.
  return verdictThen === before.verdict ? 'unchanged' : changed('other', { ...before, verdict: verdictThen });
}

/** Compares one column of a run with one of another run, or of the same run. */
function compareColumn(before: Results, after: Results, pair: Required<ColumnPair>, profile: Profile): readonly Compared[] {
  const [readBefore, readAfter] = [cellReader(before), cellReader(after)];
  const scenarios = new Map(
    [...after.suites, ...before.suites].flatMap((suite) => suite.scenarios.map((each) => [each.id, each])),
  );
  return [...scenarios.values()].flatMap((scenario) => {
    const [one, other] = [
      readBefore(pair.before.id, scenario.id)?.checks ?? [],
      readAfter(pair.after.id, scenario.id)?.checks ?? [],
    ];
    const [ones, others] = [one, other].map((checks) => new Map(checks.map((check) => [check.id, check])));
    return [...new Set([...other, ...one].map(({ id }) => id))].map((id) =>
      compareCheck(pair.after.id, scenario, ones?.get(id), others?.get(id), profile),
    );
  });
}

const isPair = (pair: ColumnPair): pair is Required<ColumnPair> => pair.before !== undefined && pair.after !== undefined;

/** Every check that is not as before, in the columns that are compared. */
export function compareRuns(before: Results, after: Results, columns: readonly ColumnPair[], profile: Profile): Comparison {
  const compared = columns.filter(isPair).flatMap((pair) => compareColumn(before, after, pair, profile));
  return {
    profile,
    columns,
    changes: compared.filter((each) => typeof each === 'object'),
    unchanged: compared.filter((each) => each === 'unchanged').length,
    faults: compared.filter((each) => each === 'fault').length,
    requirements: { ...before.requirements, ...after.requirements },
  };
}

/** The columns of two runs, paired by id. */
export function pairById(before: Results, after: Results): readonly ColumnPair[] {
  const idsAfter = new Set(after.columns.map(({ id }) => id));
  return [
    ...after.columns.map((column): ColumnPair => {
      const counterpart = before.columns.find(({ id }) => id === column.id);
      return counterpart ? { before: counterpart, after: column } : { after: column };
    }),
    ...before.columns.filter(({ id }) => !idsAfter.has(id)).map((column): ColumnPair => ({ before: column })),
  ];
}

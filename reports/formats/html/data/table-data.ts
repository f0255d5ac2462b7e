import type { Decision } from '../../../../suites/judging/decide.ts';
import type { Capability } from '../../../../suites/vocabulary/capability.ts';
import type { Fact } from '../../../../suites/vocabulary/fact.ts';
import type { KnownDeviation } from '../../../../suites/vocabulary/known.ts';
import type { Requirement } from '../../../../suites/vocabulary/requirement.ts';
import type { CheckResult, Column } from '../../../../suites/vocabulary/result.ts';
import type { Verdict } from '../../../../suites/vocabulary/verdict.ts';

/** A check, with its results in all columns: equal ones are stored once. */
export interface CheckData {
  /** The part of its id after the scenario: `request@target`. */
  readonly name: string;
  readonly fact: Fact;
  /** The condition of the check, in words. */
  readonly given?: string;
  /** Where its fact was read, seen from the origin that the caller asked: `a subdomain`. */
  readonly where: string;
  /** For each profile, the place of the decision in the list of all decisions. */
  readonly decisions: readonly number[];
  /** The different results, by their places in the list of all results. */
  readonly results: readonly number[];
  /** For each column a character: how far it is from `0` says which of the results is that of the column, and a space that there is none. */
  readonly columns: string;
}

export interface ScenarioData {
  readonly id: string;
  readonly title: string;
  /** What a client must be able to do for it. */
  readonly needs: readonly Capability[];
  readonly checks: readonly CheckData[];
}

/** How many cells have each verdict, in the order of `verdictOrder`. */
export type CountList = readonly number[];

export interface SuiteData {
  readonly id: string;
  readonly title: string;
  readonly scenarios: readonly ScenarioData[];
  /** For each profile and each column. */
  readonly counts: readonly (readonly CountList[])[];
}

export interface ColumnData extends Pick<Column, 'id' | 'client' | 'transport' | 'version' | 'runtime'> {
  /** Whether the same client over sockets is another column. */
  readonly isTwin: boolean;
  /** The known deviations that describe results of the column. */
  readonly known: Readonly<Record<string, KnownDeviation>>;
}

export interface ProfileData {
  readonly name: string;
  readonly title: string;
}

/** Everything that the page shows but the exchanges. */
export interface TableData {
  readonly startedAt: string;
  /** The profile that gated the run. */
  readonly profile: string;
  readonly profiles: readonly ProfileData[];
  readonly requirements: Readonly<Record<string, Requirement>>;
  readonly columns: readonly ColumnData[];
  readonly decisions: readonly Decision[];
  readonly results: readonly CheckResult[];
  readonly suites: readonly SuiteData[];
  /** What broke in the harness or an adapter, by column and scenario: `got cycles/self`. */
  readonly faults: Readonly<Record<string, string>>;
}

/** The order in which verdicts are listed. */
export const verdictOrder: readonly Verdict[] = ['fail', 'warn', 'pass', 'note', 'n/a', 'error'];

/** The columns that are shown at first: what a client did over sockets is not shown twice. */
export const firstColumns = ({ columns }: TableData): readonly number[] =>
  columns.flatMap(({ isTwin }, index) => (isTwin ? [] : [index]));

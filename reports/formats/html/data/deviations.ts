import type { Ruling } from '../../../../suites/vocabulary/check.ts';
import type { Verdict } from '../../../../suites/vocabulary/verdict.ts';
import { findingClause } from '../../../../suites/wording/clause.ts';
import { describeMissed, missedRulings } from '../../../../suites/wording/ruling.ts';
import { type Meaning, meaningNames, meaningOf } from '../../../model/meaning.ts';
import type { CheckData, ScenarioData } from './table-data.ts';
import type { TableModel } from './table-model.ts';

/** A result of a check that misses what a profile demands, and the columns that have it. */
export interface Missed {
  readonly meaning: Meaning;
  readonly verdict: Extract<Verdict, 'fail' | 'warn'>;
  readonly value: string;
  readonly rulings: readonly Ruling[];
  readonly columns: readonly number[];
  /** How many of them are known deviations. */
  readonly known: number;
}

/** What the columns do wrong in one check. */
export function missedIn(model: TableModel, check: CheckData, profile: string): readonly Missed[] {
  return model.resultsOf(check).flatMap(({ result: { finding, verdicts, known }, columns }): readonly Missed[] => {
    const verdict = verdicts[profile];
    if ('none' in finding || (verdict !== 'fail' && verdict !== 'warn')) return [];
    const rulings = missedRulings(model.decision(check, profile), finding.value);
    const meaning = meaningOf(check.fact, finding.value, check.where, rulings);
    return [{ meaning, verdict, value: finding.value, rulings, columns, known: known === undefined ? 0 : columns.length }];
  });
}

/** One thing that clients do wrong, whatever the number of scenarios that show it. */
export interface Deviation {
  readonly meaning: Meaning;
  readonly verdict: Missed['verdict'];
  /** A clause: ``the secret in `authorization` is sent to another host``. */
  readonly clause: string;
  /** What the rules require instead: `must be “absent”`. */
  readonly expected: string;
  readonly requirements: readonly string[];
  /** In how many checks, by column, the most frequent first. */
  readonly columns: readonly { readonly column: number; readonly count: number }[];
  readonly count: number;
  readonly known: number;
  readonly example: { readonly column: number; readonly scenario: string };
}

/** Stands in a clause for the places of which it is true. */
const ANYWHERE = '\u{fffc}';

const alternatives = new Intl.ListFormat('en-GB', { type: 'disjunction' });

interface Group extends Omit<Deviation, 'columns' | 'requirements'> {
  count: number;
  known: number;
  readonly places: Set<string>;
  readonly requirements: Set<string>;
  readonly columns: Map<number, number>;
}

const inOrder = (a: Deviation, b: Deviation): number =>
  meaningNames.indexOf(a.meaning) - meaningNames.indexOf(b.meaning) ||
  Number(a.verdict === 'warn') - Number(b.verdict === 'warn') ||
  Number(a.known === a.count) - Number(b.known === b.count) ||
  b.count - a.count;

/** What the shown columns do wrong under a profile: by meaning, the gravest first; in each the musts before the shoulds, then the most frequent. */
export function deviationsIn(model: TableModel, profile: string, shown: readonly number[]): readonly Deviation[] {
  const isShown = new Set(shown);
  const groups = new Map<string, Group>();
  const add = (scenario: ScenarioData, check: CheckData, missed: Missed): void => {
    const columns = missed.columns.filter((column) => isShown.has(column));
    const [first] = columns;
    if (first === undefined) return;
    const { meaning, verdict, value, rulings } = missed;
    const clause = findingClause(check.fact, value, ANYWHERE);
    const expected = describeMissed(rulings);
    const key = [meaning, verdict, clause, expected].join('\n');
    const example = { column: first, scenario: scenario.id };
    const start = { meaning, verdict, clause, expected, example, count: 0, known: 0 };
    const group = groups.get(key) ?? {
      ...start,
      places: new Set<string>(),
      requirements: new Set<string>(),
      columns: new Map<number, number>(),
    };
    groups.set(key, group);
    group.count += columns.length;
    group.places.add(check.where);
    if (missed.known > 0) group.known += columns.length;
    for (const { requirement } of rulings) group.requirements.add(requirement);
    for (const column of columns) group.columns.set(column, (group.columns.get(column) ?? 0) + 1);
  };
  for (const scenario of model.scenarios.values()) {
    for (const check of scenario.checks) for (const missed of missedIn(model, check, profile)) add(scenario, check, missed);
  }
  return [...groups.values()]
    .map(({ columns, requirements, places, clause, ...rest }): Deviation => ({
      ...rest,
      clause: clause.replace(ANYWHERE, alternatives.format(places)),
      requirements: [...requirements],
      columns: [...columns].map(([column, count]) => ({ column, count })).toSorted((a, b) => b.count - a.count),
    }))
    .toSorted(inOrder);
}

/** In how many scenarios a column does something wrong of each meaning. */
export type MeaningCounts = Readonly<Record<Meaning, number>>;

/** The same for every column under a profile. */
export function meaningCounts(model: TableModel, profile: string): readonly MeaningCounts[] {
  const counts = model.data.columns.map(() => ({ credentials: 0, data: 0, hangs: 0, target: 0, answer: 0, detail: 0 }));
  for (const { checks } of model.scenarios.values()) {
    const seen = new Set<string>();
    for (const { meaning, columns } of checks.flatMap((check) => missedIn(model, check, profile))) {
      for (const column of columns) {
        const key = `${meaning} ${column}`;
        const count = counts[column];
        if (count && !seen.has(key)) count[meaning] += 1;
        seen.add(key);
      }
    }
  }
  return counts;
}

import type { Decision } from '../../../../suites/judging/decide.ts';
import type { Fact } from '../../../../suites/vocabulary/fact.ts';
import type { CheckResult } from '../../../../suites/vocabulary/result.ts';
import { type Verdict, verdicts as worstLast } from '../../../../suites/vocabulary/verdict.ts';
import { type CellView, viewCell } from '../../../model/cell-view.ts';
import type { CheckData, ScenarioData, TableData } from './table-data.ts';

const FIRST_CODE = '0'.charCodeAt(0);

/** A check of one cell with its result. */
export interface CellCheck {
  readonly check: CheckData;
  readonly result: CheckResult;
}

/** Below the rank of every verdict: a cell without any check, and one whose only verdicts are that it settled as it should. */
const NOTHING = -2;
const SETTLED = -1;

const rankOf = ({ kind }: Fact, verdict: Verdict): number =>
  kind === 'settled' && verdict === 'pass' ? SETTLED : worstLast.indexOf(verdict);

const verdictOf = (rank: number): Verdict => (rank === SETTLED ? 'pass' : (worstLast[rank] ?? 'n/a'));

/** Looks up what the data of the page say. */
export class TableModel {
  readonly data: TableData;
  /** By id. */
  readonly scenarios: ReadonlyMap<string, ScenarioData>;
  readonly #columns: ReadonlyMap<string, number>;
  /** What cells show, by profile, then by scenario. */
  readonly #views = new Map<string, Map<ScenarioData, CellView[]>>();
  /** The verdict of each column, by profile, then by scenario. */
  readonly #verdicts = new Map<string, Map<ScenarioData, readonly Verdict[]>>();

  constructor(data: TableData) {
    this.data = data;
    this.scenarios = new Map(data.suites.flatMap(({ scenarios }) => scenarios.map((scenario) => [scenario.id, scenario])));
    this.#columns = new Map(data.columns.map(({ id }, index) => [id, index]));
  }

  /** The place of a column; undefined if there is none of this id. */
  columnOf(id: string): number | undefined {
    return this.#columns.get(id);
  }

  profileOf(name: string): number {
    return Math.max(
      0,
      this.data.profiles.findIndex((profile) => profile.name === name),
    );
  }

  decision(check: CheckData, profile: string): Decision {
    return this.data.decisions[check.decisions[this.profileOf(profile)] ?? -1] ?? { by: 'no authority', rulings: [] };
  }

  /** The result of a check in a column, if it has one. */
  result({ results, columns }: CheckData, column: number): CheckResult | undefined {
    return this.data.results[results[columns.charCodeAt(column) - FIRST_CODE] ?? -1];
  }

  /** The different results of a check, each with the columns that have it. */
  resultsOf({ results, columns }: CheckData): readonly { readonly result: CheckResult; readonly columns: readonly number[] }[] {
    const list = results.map((place) => ({ result: this.data.results[place], columns: [] as number[] }));
    for (let column = 0; column < columns.length; column += 1)
      list[columns.charCodeAt(column) - FIRST_CODE]?.columns.push(column);
    return list.flatMap(({ result, columns: its }) => (result ? [{ result, columns: its }] : []));
  }

  checksOf({ checks }: ScenarioData, column: number): readonly CellCheck[] {
    return checks.flatMap((check) => {
      const result = this.result(check, column);
      return result ? [{ check, result }] : [];
    });
  }

  /** Whether the scenario was to run in the column: in a partial run, some cells are missing. */
  hasCell(scenario: ScenarioData, column: number): boolean {
    const key = `${this.data.columns[column]?.id} ${scenario.id}`;
    return this.checksOf(scenario, column).length > 0 || this.data.faults[key] !== undefined;
  }

  view(scenario: ScenarioData, column: number, profile: string): CellView {
    const views = this.#views.get(profile) ?? new Map<ScenarioData, CellView[]>();
    this.#views.set(profile, views);
    const row = views.get(scenario) ?? [];
    views.set(scenario, row);
    return (row[column] ??= viewCell(this.checksOf(scenario, column), profile));
  }

  /** The verdict of each column on a scenario, as its cells show it: much faster than the cells with their words. */
  verdicts(scenario: ScenarioData, profile: string): readonly Verdict[] {
    const known = this.#verdicts.get(profile) ?? new Map<ScenarioData, readonly Verdict[]>();
    this.#verdicts.set(profile, known);
    const row = known.get(scenario) ?? this.#worstOf(scenario, profile);
    known.set(scenario, row);
    return row;
  }

  #worstOf({ checks }: ScenarioData, profile: string): readonly Verdict[] {
    const ranks = this.data.columns.map(() => NOTHING);
    for (const check of checks) {
      const own = check.results.map((place) => {
        const verdict = this.data.results[place]?.verdicts[profile];
        return verdict ? rankOf(check.fact, verdict) : NOTHING;
      });
      ranks.forEach((rank, column) => {
        ranks[column] = Math.max(rank, own[check.columns.charCodeAt(column) - FIRST_CODE] ?? NOTHING);
      });
    }
    return ranks.map(verdictOf);
  }
}

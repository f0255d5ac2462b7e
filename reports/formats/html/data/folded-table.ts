import { Interned } from './interned.ts';
import type { CheckData, ScenarioData, SuiteData, TableData } from './table-data.ts';

type Rule = Pick<CheckData, 'name' | 'fact' | 'given' | 'where' | 'decisions'>;
type Outcome = Pick<CheckData, 'results' | 'columns'>;

/** A check by the places of what it checks, and of what was found. */
type FoldedCheck = readonly [rule: number, outcome: number];

interface FoldedScenario extends Omit<ScenarioData, 'checks'> {
  readonly checks: readonly FoldedCheck[];
}

interface FoldedSuite extends Omit<SuiteData, 'scenarios'> {
  readonly scenarios: readonly FoldedScenario[];
}

/** The data of the page as it stores them: thousands of checks have few different rules and outcomes. */
export interface FoldedTable extends Omit<TableData, 'suites'> {
  readonly rules: readonly Rule[];
  readonly outcomes: readonly Outcome[];
  readonly suites: readonly FoldedSuite[];
}

/** Stores once what checks have in common. */
export function foldTable(table: TableData): FoldedTable {
  const rules = new Interned<Rule>();
  const outcomes = new Interned<Outcome>();
  const foldedCheck = ({ results, columns, ...rule }: CheckData): FoldedCheck => [
    rules.indexOf(rule),
    outcomes.indexOf({ results, columns }),
  ];
  const suites = table.suites.map((suite) => ({
    ...suite,
    scenarios: suite.scenarios.map((scenario) => ({ ...scenario, checks: scenario.checks.map(foldedCheck) })),
  }));
  return { ...table, rules: rules.values, outcomes: outcomes.values, suites };
}

/** Its checks are made when they are first asked for: at the start of the page only few are. */
class UnfoldedScenario implements ScenarioData {
  readonly id: string;
  readonly title: string;
  readonly needs: ScenarioData['needs'];
  readonly #table: FoldedTable;
  readonly #folded: readonly FoldedCheck[];
  #checks: readonly CheckData[] | undefined;

  constructor({ id, title, needs, checks }: FoldedScenario, table: FoldedTable) {
    this.id = id;
    this.title = title;
    this.needs = needs;
    this.#table = table;
    this.#folded = checks;
  }

  get checks(): readonly CheckData[] {
    this.#checks ??= this.#folded.flatMap((folded) => this.#unfolded(folded));
    return this.#checks;
  }

  #unfolded([ruleAt, outcomeAt]: FoldedCheck): readonly CheckData[] {
    const rule = this.#table.rules[ruleAt];
    const outcome = this.#table.outcomes[outcomeAt];
    return rule && outcome ? [{ ...rule, ...outcome }] : [];
  }
}

/** The data of a page from what it stores. */
export const unfoldTable = (table: FoldedTable): TableData => ({
  ...table,
  suites: table.suites.map((suite) => ({
    ...suite,
    scenarios: suite.scenarios.map((scenario) => new UnfoldedScenario(scenario, table)),
  })),
});

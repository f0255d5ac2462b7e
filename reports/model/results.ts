import { houseRequirements } from '../../suites/judging/house-requirements.ts';
import type { Profile } from '../../suites/vocabulary/profile.ts';
import type { Requirement } from '../../suites/vocabulary/requirement.ts';
import type { CatalogueCoverage, Cell, Column, Results, RunHeader, Unexpected } from '../../suites/vocabulary/result.ts';
import type { Suite } from '../../suites/vocabulary/scenario.ts';

/** What reports need of the catalogue. */
export interface Definitions {
  readonly suites: readonly Suite[];
  readonly profiles: readonly Profile[];
  readonly requirements: Readonly<Record<string, Requirement>>;
  readonly coverage: CatalogueCoverage;
}

/** What came of a run. */
export interface Seen {
  readonly columns: readonly Column[];
  readonly cells: readonly Cell[];
  readonly unexpected: readonly Unexpected[];
}

/** The results of a run from its parts: cells in the order of columns and catalogue, only the scenarios that ran, and only the requirements that they cite. */
export function assembleResults(run: RunHeader, definitions: Definitions, { columns, cells, unexpected }: Seen): Results {
  const ran = new Set(cells.map(({ scenario }) => scenario));
  const suites = definitions.suites
    .map((suite) => ({ ...suite, scenarios: suite.scenarios.filter(({ id }) => ran.has(id)) }))
    .filter(({ scenarios }) => scenarios.length > 0);
  const rulings = [
    ...suites.flatMap(({ scenarios }) => scenarios.flatMap(({ checks }) => checks.flatMap((check) => check.rulings))),
    ...definitions.profiles.flatMap(({ overrulings = {} }) =>
      Object.values(overrulings).flatMap(({ rulings: own }) => (own === 'ignore' ? [] : own)),
    ),
  ];
  // Under load, cells arrive in any order.
  const cellsOf = Map.groupBy(cells, ({ scenario }) => scenario);
  const inOrder = suites.flatMap(({ scenarios }) => scenarios.flatMap(({ id }) => cellsOf.get(id) ?? []));
  const cellsByColumn = Map.groupBy(inOrder, ({ column }) => column);
  const cited = new Set<string>(rulings.map(({ requirement }) => requirement));
  return {
    version: 2,
    run,
    profiles: definitions.profiles,
    requirements: {
      ...Object.fromEntries(Object.entries(definitions.requirements).filter(([id]) => cited.has(id))),
      ...houseRequirements(definitions.profiles, cited),
    },
    suites,
    columns,
    cells: columns.flatMap(({ id }) => cellsByColumn.get(id) ?? []),
    unexpected: columns.flatMap(({ id }) => unexpected.filter(({ column }) => column === id)),
    coverage: definitions.coverage,
  };
}

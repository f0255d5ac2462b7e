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

/** Only the requirements that these suites and profiles cite. */
function citedRequirements(
  suites: readonly Suite[],
  { profiles, requirements }: Pick<Definitions, 'profiles' | 'requirements'>,
): Results['requirements'] {
  const rulings = [
    ...suites.flatMap(({ scenarios }) => scenarios.flatMap(({ checks }) => checks.flatMap((check) => check.rulings))),
    ...profiles.flatMap(({ overrulings = {} }) =>
      Object.values(overrulings).flatMap(({ rulings: own }) => (own === 'ignore' ? [] : own)),
    ),
  ];
  const cited = new Set<string>(rulings.map(({ requirement }) => requirement));
  return {
    ...Object.fromEntries(Object.entries(requirements).filter(([id]) => cited.has(id))),
    ...houseRequirements(profiles, cited),
  };
}

/** The results of a run from its parts: cells in the order of columns and catalogue, only the scenarios that ran, and only the requirements that they cite. */
export function assembleResults(run: RunHeader, definitions: Definitions, { columns, cells, unexpected }: Seen): Results {
  const ran = new Set(cells.map(({ scenario }) => scenario));
  const suites = definitions.suites
    .map((suite) => ({ ...suite, scenarios: suite.scenarios.filter(({ id }) => ran.has(id)) }))
    .filter(({ scenarios }) => scenarios.length > 0);
  // Under load, cells arrive in any order.
  const cellsOf = Map.groupBy(cells, ({ scenario }) => scenario);
  const inOrder = suites.flatMap(({ scenarios }) => scenarios.flatMap(({ id }) => cellsOf.get(id) ?? []));
  const cellsByColumn = Map.groupBy(inOrder, ({ column }) => column);
  return {
    version: 2,
    run,
    profiles: definitions.profiles,
    requirements: citedRequirements(suites, definitions),
    suites,
    columns,
    cells: columns.flatMap(({ id }) => cellsByColumn.get(id) ?? []),
    unexpected: columns.flatMap(({ id }) => unexpected.filter(({ column }) => column === id)),
    coverage: definitions.coverage,
  };
}

/** A catalogue in the form of results, without any client. */
export const catalogueResults = (run: RunHeader, { suites, profiles, coverage, requirements }: Definitions): Results => ({
  version: 2,
  run,
  profiles,
  requirements: citedRequirements(suites, { profiles, requirements }),
  suites,
  columns: [],
  cells: [],
  unexpected: [],
  coverage,
});

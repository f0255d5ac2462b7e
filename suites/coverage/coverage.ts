import type { RequirementId } from '../vocabulary/requirement.ts';
import type { CatalogueCoverage, Share } from '../vocabulary/result.ts';
import type { Scenario, Suite } from '../vocabulary/scenario.ts';
import { behaviours, type Behaviour, type Group } from './behaviours/index.ts';
import { tiers, type Tier } from './behaviours/row.ts';
import { gapOf, type Gap } from './gaps.ts';
import { requirementRows, type RequirementEntry, type Topic } from './requirements/index.ts';

export interface BehaviourCoverage extends Behaviour {
  /** The scenarios that name it in `covers`. */
  readonly scenarios: readonly Scenario['id'][];
  /** Why no scenario names it. */
  readonly gap?: Gap;
}

export interface RequirementCoverage extends RequirementEntry {
  /** The scenarios with a ruling that is based on one of its statements. */
  readonly scenarios: readonly Scenario['id'][];
}

export interface Coverage {
  readonly behaviours: readonly BehaviourCoverage[];
  readonly requirements: readonly RequirementCoverage[];
  readonly byTier: Readonly<Record<Tier, Share>>;
  readonly byGroup: ReadonlyMap<Group, Readonly<Record<Tier, Share>>>;
  /** Only rows that can be tested. */
  readonly byTopic: ReadonlyMap<Topic, Share>;
}

/** Whether any scenario exercises a row. */
export const isCovered = ({ scenarios }: Pick<BehaviourCoverage | RequirementCoverage, 'scenarios'>): boolean =>
  scenarios.length > 0;

const share = (rows: readonly (BehaviourCoverage | RequirementCoverage)[]): Share => ({
  covered: rows.filter(isCovered).length,
  rows: rows.length,
});

const sharesByTier = (rows: readonly BehaviourCoverage[]): Readonly<Record<Tier, Share>> =>
  Object.fromEntries(tiers.map((tier) => [tier, share(rows.filter((row) => row.tier === tier))])) as Record<Tier, Share>;

/** The scenarios of each key that a scenario has. */
function scenariosBy(
  scenarios: readonly Scenario[],
  keysOf: (scenario: Scenario) => readonly string[],
): ReadonlyMap<string, readonly Scenario['id'][]> {
  const pairs = scenarios.flatMap((scenario) => [...new Set(keysOf(scenario))].map((key) => ({ key, id: scenario.id })));
  return new Map([...Map.groupBy(pairs, ({ key }) => key)].map(([key, group]) => [key, group.map(({ id }) => id)]));
}

const citedBy = ({ checks }: Scenario): readonly RequirementId[] =>
  checks.flatMap(({ rulings }) => rulings.map(({ requirement }) => requirement));

/** Which of the known behaviours and requirements a catalogue covers, and why it does not cover the others. */
export function coverage(suites: readonly Suite[]): Coverage {
  const scenarios = suites.flatMap((suite) => suite.scenarios);
  const covering = scenariosBy(scenarios, ({ covers = [] }) => covers);
  const citing = scenariosBy(scenarios, citedBy);
  const rows = behaviours.map((row): BehaviourCoverage => {
    const found = covering.get(row.id) ?? [];
    const gap = found.length > 0 ? undefined : gapOf(row.id);
    return { ...row, scenarios: found, ...(gap && { gap }) };
  });
  const requirements = requirementRows.map((row) => ({
    ...row,
    scenarios: [...new Set(row.statements.flatMap((id) => citing.get(id) ?? []))],
  }));
  const groups = Map.groupBy(rows, ({ group }) => group);
  const topics = Map.groupBy(
    requirements.filter(({ untestable }) => untestable === undefined),
    ({ topic }) => topic,
  );
  return {
    behaviours: rows,
    requirements,
    byTier: sharesByTier(rows),
    byGroup: new Map([...groups].map(([group, members]) => [group, sharesByTier(members)])),
    byTopic: new Map([...topics].map(([topic, members]) => [topic, share(members)])),
  };
}

/** The counts of a coverage, as stored in results. */
export const countsOf = ({ byGroup, byTopic }: Coverage): CatalogueCoverage => ({
  behaviours: [...byGroup].map(([group, shares]) => ({ group, ...shares })),
  requirements: [...byTopic].map(([topic, counts]) => ({ topic, ...counts })),
});

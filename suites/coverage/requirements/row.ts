import type { KnownRequirementId } from '../../requirements/index.ts';

/** A requirement found by reading the standards, and the statements of `suites/requirements` that express it. */
export interface RequirementRow {
  readonly statements: readonly KnownRequirementId[];
  /** Why no scenario can test whether a client meets it. */
  readonly untestable?: string;
}

export type Topics = Readonly<Record<string, Readonly<Record<string, RequirementRow>>>>;

/** A row that scenarios can test. It is covered if a ruling is based on one of the statements. */
export const restsOn = (...statements: readonly [KnownRequirementId, ...KnownRequirementId[]]): RequirementRow => ({
  statements,
});

/** A row that no scenario can test. */
export const untestable = (why: string): RequirementRow => ({ statements: [], untestable: why });

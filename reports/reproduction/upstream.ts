import type { Profile } from '../../suites/vocabulary/profile.ts';
import type { Cell, Column, Results } from '../../suites/vocabulary/result.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import { type CellDeviation, deviationsInCell } from './cell-deviations.ts';
import { type Issue, issueOf } from './issue.ts';
import { unseenIn } from './obstacles.ts';
import { type Reproduction, reproductionOf } from './reproduction.ts';

/** One cell of a report, and by which profile it is read. */
export interface ReportedCell {
  readonly scenario: Scenario;
  readonly column: Pick<Column, 'client' | 'version' | 'runtime' | 'transport'>;
  readonly cell: Pick<Cell, 'observation' | 'checks'>;
  readonly profile: Profile;
  readonly requirements: Results['requirements'];
}

/** What the authors of a client can be given. */
export interface Upstream {
  readonly reproduction: Reproduction;
  /** Absent where the client does nothing wrong under the profile. */
  readonly issue?: Issue;
}

function scriptOf({ scenario, column, cell }: ReportedCell, deviations: readonly CellDeviation[]): Reproduction {
  if (column.transport === 'msw') return { none: 'it was run under MSW' };
  if (!cell.observation) return { none: 'it was not run' };
  const unseen = unseenIn(deviations.map(({ fact }) => fact.kind));
  return unseen === undefined ? reproductionOf(scenario, { name: column.client, version: column.version }) : { none: unseen };
}

/**
 * The script that shows what a client does in a scenario, and the text of an issue about it. Pure, from members of
 * `Results` alone, and without any module of Node.js: a page in a browser can call it when a cell is opened.
 */
export function upstreamOf(reported: ReportedCell): Upstream {
  const { scenario, column, cell, profile, requirements } = reported;
  const deviations = deviationsInCell(scenario, cell, profile, requirements);
  const reproduction = scriptOf(reported, deviations);
  const { observation } = cell;
  const issue = observation && issueOf({ scenario, column, observation, deviations, reproduction });
  return { reproduction, ...(issue && { issue }) };
}

import type { Profile } from '../../suites/vocabulary/profile.ts';
import { nameOfMock } from '../../suites/vocabulary/mock.ts';
import type { Cell, Column, Results } from '../../suites/vocabulary/result.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import { type Sketch, sketchOf } from '../model/sketch.ts';
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

/** The same from what is known of a cell in short, with what is wrong in it. */
export interface SketchedCell extends Pick<ReportedCell, 'scenario' | 'column'> {
  /** Absent where the scenario was not run. */
  readonly sketch?: Sketch | undefined;
  readonly deviations: readonly CellDeviation[];
}

function scriptOf({ scenario, column, sketch, deviations }: SketchedCell): Reproduction {
  if (column.transport !== 'wire') return { none: `it was run under ${nameOfMock[column.transport]}` };
  if (!sketch) return { none: 'it was not run' };
  const unseen = unseenIn(deviations.map(({ fact }) => fact.kind));
  return unseen === undefined ? reproductionOf(scenario, { name: column.client, version: column.version }) : { none: unseen };
}

/**
 * The script that shows what a client does in a scenario, and the text of an issue about it. Pure, and without any
 * module of Node.js: the page of a report calls it when a cell is opened.
 */
export function upstreamOfSketch(cell: SketchedCell): Upstream {
  const { scenario, column, sketch, deviations } = cell;
  const reproduction = scriptOf(cell);
  const issue = sketch && issueOf({ scenario, column, sketch, deviations, reproduction });
  return { reproduction, ...(issue && { issue }) };
}

/** The same from members of `Results` alone. */
export function upstreamOf({ scenario, column, cell, profile, requirements }: ReportedCell): Upstream {
  const deviations = deviationsInCell(scenario, cell, profile, requirements);
  return upstreamOfSketch({ scenario, column, sketch: cell.observation && sketchOf(cell.observation), deviations });
}

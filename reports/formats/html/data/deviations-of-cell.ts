import { describeRuling, missedRulings } from '../../../../suites/wording/ruling.ts';
import type { CellDeviation } from '../../../reproduction/cell-deviations.ts';
import type { ScenarioData } from './table-data.ts';
import type { TableModel } from './table-model.ts';

/** What is wrong in a cell under a profile, in the order of the checks: one for each ruling that is missed. */
export const deviationsOfCell = (
  model: TableModel,
  scenario: ScenarioData,
  column: number,
  profile: string,
): readonly CellDeviation[] =>
  model.checksOf(scenario, column).flatMap(({ check, result: { finding, verdicts } }): readonly CellDeviation[] => {
    const verdict = verdicts[profile];
    if ('none' in finding || (verdict !== 'fail' && verdict !== 'warn')) return [];
    return missedRulings(model.decision(check, profile), finding.value).flatMap((ruling) => {
      const requirement = model.data.requirements[ruling.requirement];
      return requirement ? [{ fact: check.fact, finding: finding.value, expected: describeRuling(ruling), requirement }] : [];
    });
  });

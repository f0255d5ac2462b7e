import type { ScenarioData, SuiteData } from '../data/table-data.ts';
import { ROW_HEIGHT, SUITE_HEIGHT } from '../sizes.ts';
import type { TableModel } from '../data/table-model.ts';

/** A row of the grid below its head: the head of a suite, or a scenario. */
export type GridRow =
  | { readonly suite: SuiteData; readonly shown: number; readonly isClosed: boolean; readonly scenario?: never }
  | { readonly suite: SuiteData; readonly scenario: ScenarioData };

/** The rows for the scenarios that are shown: a suite without any is left out, and one that is closed has only its head. */
export function gridRows(model: TableModel, shown: ReadonlySet<ScenarioData>, closed: readonly string[]): readonly GridRow[] {
  return model.data.suites.flatMap((suite): readonly GridRow[] => {
    const scenarios = suite.scenarios.filter((scenario) => shown.has(scenario));
    if (scenarios.length === 0) return [];
    const isClosed = closed.includes(suite.id);
    const rows = isClosed ? [] : scenarios.map((scenario) => ({ suite, scenario }));
    return [{ suite, shown: scenarios.length, isClosed }, ...rows];
  });
}

export const heightOf = ({ scenario }: GridRow): number => (scenario ? ROW_HEIGHT : SUITE_HEIGHT);

import type { Cell, Column, Results } from '../../../suites/vocabulary/result.ts';

/** One release of a client as a column, with its cells. */
export interface ReleaseColumn {
  readonly column: Column;
  readonly cells: readonly Cell[];
}

/** Each column of a run. */
export function releasesIn({ columns, cells }: Results): readonly ReleaseColumn[] {
  const byColumn = Map.groupBy(cells, ({ column }) => column);
  return columns.map((column) => ({ column, cells: byColumn.get(column.id) ?? [] }));
}

/** Why a release could not be run, if so. */
export const faultOf = ({ cells }: ReleaseColumn): string | undefined => cells.find(({ fault }) => fault !== undefined)?.fault;

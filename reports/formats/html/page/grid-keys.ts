/** A cell of the grid by its row and column; row 0 is the head of the table, column 0 has the names of scenarios. */
export interface GridPosition {
  readonly row: number;
  readonly column: number;
}

/** The last row and column, and how many rows are seen at a time. */
export interface GridSize {
  readonly lastRow: number;
  readonly lastColumn: number;
  readonly page: number;
}

const within = (value: number, last: number): number => Math.min(Math.max(value, 0), last);

/** Where a key leads in a grid, as the grid pattern of ARIA has it; undefined if it leads nowhere. */
export function positionAfter(
  key: string,
  isControl: boolean,
  { row, column }: GridPosition,
  { lastRow, lastColumn, page }: GridSize,
): GridPosition | undefined {
  const to = (nextRow: number, nextColumn: number): GridPosition => ({
    row: within(nextRow, lastRow),
    column: within(nextColumn, lastColumn),
  });
  switch (key) {
    case 'ArrowLeft':
      return to(row, column - 1);
    case 'ArrowRight':
      return to(row, column + 1);
    case 'ArrowUp':
      return to(row - 1, column);
    case 'ArrowDown':
      return to(row + 1, column);
    case 'PageUp':
      return to(row - page, column);
    case 'PageDown':
      return to(row + page, column);
    case 'Home':
      return to(isControl ? 0 : row, 0);
    case 'End':
      return to(isControl ? lastRow : row, lastColumn);
    default:
      return undefined;
  }
}

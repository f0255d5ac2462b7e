/** Rows of the grid have fixed heights, in pixels: then it is known without drawing them where each one is. */
export const ROW_HEIGHT = 58;
export const SUITE_HEIGHT = 44;
/** The least width of a column. */
export const COLUMN_WIDTH = 148;

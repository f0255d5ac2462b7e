/** A line of an outline, and the lines that belong under it. */
export interface Item {
  readonly text: string;
  readonly items?: readonly Item[];
}

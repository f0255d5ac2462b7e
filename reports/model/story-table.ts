import type { StoryRow } from './story.ts';

const number = new Intl.NumberFormat('en-GB');

/** The columns of the table of a story. */
export const storyColumns: readonly (readonly [head: string, textOf: (row: StoryRow) => string])[] = [
  ['sent', ({ sent }) => number.format(sent)],
  ['arrived', ({ arrived }) => number.format(arrived)],
  ['with payload', ({ withPayload }) => number.format(withPayload)],
  ['lost silently', ({ lostSilently }) => number.format(lostSilently)],
  ['lost, error', ({ lostWithError }) => number.format(lostWithError)],
  ['pages', ({ viewsArrived, views }) => `${number.format(viewsArrived)} of ${number.format(views)}`],
  ['old domain asked', ({ asked }) => number.format(asked)],
  ['redirect bytes', ({ bytes }) => (bytes === undefined ? '–' : number.format(bytes))],
];

/** The clients of a row; all of them need no names. */
export const clientsText = ({ columns }: StoryRow, all: number): string =>
  columns.length === all && all > 1 ? `all ${all}` : columns.join(', ');

/** How many clients a story was measured with. */
export const clientsIn = (rows: readonly StoryRow[]): number => new Set(rows.flatMap(({ columns }) => columns)).size;

import type { TimelineRow } from './timeline.ts';

/** The columns of a timeline as a table, each with the texts of its cell. */
export const timelineColumns: readonly (readonly [head: string, textsOf: (row: TimelineRow) => readonly string[]])[] = [
  ['Clock', ({ time }) => [time]],
  ['What happens', ({ what }) => [what]],
  ['The edge server', ({ edge }) => edge],
  ['The origin behind it', ({ origin }) => origin],
  ['The caller gets', ({ caller }) => [caller]],
];

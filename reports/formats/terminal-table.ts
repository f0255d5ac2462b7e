import { stripVTControlCharacters } from 'node:util';

/** Pieces of one column of a table, each to be aligned with the same piece of the other rows. */
export type Entry = readonly string[];

const GAP = '   ';

const lengthOf = (text: string): number => stripVTControlCharacters(text).length;

/** Pads to a width that counts what is seen, not the codes for colours. */
export const padStart = (text: string, width: number): string => ' '.repeat(Math.max(0, width - lengthOf(text))) + text;
const padEnd = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - lengthOf(text)));

const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map(lengthOf));

interface Column {
  readonly title: string;
  readonly entries: readonly Entry[];
}

/** The lines of a column, all of one width; pieces that are empty in every row take no room. */
function layOut({ title, entries }: Column): readonly string[] {
  const widths = (entries[0] ?? []).map((_, piece) => widest(entries.map((entry) => entry[piece] ?? '')));
  const lines = entries.map((entry) =>
    entry.flatMap((piece, index) => (widths[index] ? [padStart(piece, widths[index])] : [])).join(' '),
  );
  const width = widest([title, ...lines]);
  return [title, ...lines].map((line) => padEnd(line, width));
}

/** Columns beside each other under their titles, with labels to the left; those that exceed the width go into a table below. */
export function sideBySide(labels: readonly string[], columns: readonly Column[], width: number): readonly string[] {
  const margin = ['', ...labels].map((label) => padEnd(label, widest(labels)));
  const parts: (readonly string[])[][] = [];
  let used = Infinity;
  for (const column of columns.map(layOut)) {
    const more = GAP.length + lengthOf(column[0] ?? '');
    if (used + more > width) {
      parts.push([margin]);
      used = widest(labels);
    }
    parts.at(-1)?.push(column);
    used += more;
  }
  return parts.flatMap((part, index) => [
    ...(index > 0 ? [''] : []),
    ...margin.map((_, line) =>
      part
        .map((column) => column[line])
        .join(GAP)
        .trimEnd(),
    ),
  ]);
}

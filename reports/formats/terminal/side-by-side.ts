import { stripVTControlCharacters } from 'node:util';

/** The pieces of one table cell; each is aligned with the same piece in the other rows. */
export type Entry = readonly string[];

const GAP = '   ';

const lengthOf = (text: string): number => stripVTControlCharacters(text).length;

/** Pads to a width in which codes for colours do not count. */
export const padStart = (text: string, width: number): string => ' '.repeat(Math.max(0, width - lengthOf(text))) + text;
const padEnd = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - lengthOf(text)));

const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map(lengthOf));

interface TextColumn {
  readonly title: string;
  readonly entries: readonly Entry[];
}

/** The lines of a column, all of the same width; a piece that is empty in every row takes no space. */
function layOut({ title, entries }: TextColumn): readonly string[] {
  const widths = (entries[0] ?? []).map((_, piece) => widest(entries.map((entry) => entry[piece] ?? '')));
  const lines = entries.map((entry) =>
    entry.flatMap((piece, index) => (widths[index] ? [padStart(piece, widths[index])] : [])).join(' '),
  );
  const width = widest([title, ...lines]);
  return [title, ...lines].map((line) => padEnd(line, width));
}

/** Columns side by side under their titles, with labels to the left; columns that exceed the width go into a table below. */
export function sideBySide(labels: readonly string[], columns: readonly TextColumn[], width: number): readonly string[] {
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

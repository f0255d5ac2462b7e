import type { MeasuredStory } from '../../model/story.ts';
import { clientsIn, clientsText, storyColumns } from '../../model/story-table.ts';

const GAP = '  ';

/** A story as lines: a table, and under each step what those who tell it say. */
export function storyLines({ steps }: MeasuredStory): readonly string[] {
  const all = clientsIn(steps.flatMap(({ rows }) => rows));
  const head = ['', ...storyColumns.map(([title]) => title)];
  const body = steps.map(({ rows }) =>
    rows.map((row) => [clientsText(row, all), ...storyColumns.map(([, textOf]) => textOf(row))]),
  );
  const table = [head, ...body.flat()];
  const widths = head.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join(GAP)
      .trimEnd();
  return [
    line(head),
    ...steps.flatMap(({ title, says }, index) => ['', title, ...(body[index] ?? []).map(line), `their account: ${says}`]),
  ];
}

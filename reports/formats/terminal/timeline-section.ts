import type { SharedTimeline } from '../../model/timeline.ts';
import { timelineColumns } from '../../model/timeline-table.ts';

const GAP = '  ';

/** A timeline as lines: its clients, and a table in which a moment may take several lines. */
export function timelineLines({ columns, rows }: SharedTimeline): readonly string[] {
  const body = rows.flatMap((row) => {
    const cells = timelineColumns.map(([, textsOf]) => textsOf(row));
    const height = Math.max(...cells.map(({ length }) => length));
    return Array.from({ length: height }, (_, line) => cells.map((texts) => texts[line] ?? ''));
  });
  const table = [timelineColumns.map(([head]) => head), ...body];
  const widths = timelineColumns.map((_, column) => Math.max(...table.map((line) => line[column]?.length ?? 0)));
  const text = (line: readonly string[]): string =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join(GAP)
      .trimEnd();
  return [columns.join(', '), ...table.map(text)];
}

/** Text in a cell of a table: a bar would end the cell. */
const inCell = (text: string): string => text.replaceAll('|', String.raw`\|`).replaceAll('\n', ' ');

/** A row of a table in Markdown, as short as it can be. */
export const markdownRow = (cells: readonly string[]): string => `| ${cells.map(inCell).join(' | ')} |`;

/** A table in Markdown, in columns of equal width. The first row is its head. */
export function markdownTable([head = [], ...body]: readonly (readonly string[])[]): string {
  const rows = [head, ...body].map((row) => row.map(inCell));
  const widths = head.map((_, column) => Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [first = [], ...others] = rows;
  return [line(first), line(widths.map((width) => '-'.repeat(width))), ...others.map(line)].join('\n');
}

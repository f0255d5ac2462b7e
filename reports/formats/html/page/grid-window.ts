/** A row that is drawn, or the room of rows that are not. */
export type Segment = { readonly row: number } | { readonly gap: number; readonly before: number };

/** Where each row begins, and behind the last one where it ends. */
export function offsetsOf(heights: readonly number[]): readonly number[] {
  let offset = 0;
  return [0, ...heights.map((height) => (offset += height))];
}

/** The row at a distance from the top. */
export function rowAt(offsets: readonly number[], distance: number): number {
  let low = 0;
  let high = offsets.length - 2;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((offsets[middle] ?? 0) <= distance) low = middle;
    else high = middle - 1;
  }
  return Math.max(low, 0);
}

/** What to draw: the rows from `first` to `last`, and the rows to keep wherever they are; between them gaps. */
export function segmentsOf(offsets: readonly number[], first: number, last: number, keep: readonly number[]): readonly Segment[] {
  const count = offsets.length - 1;
  const near = Array.from({ length: Math.max(0, Math.min(last, count - 1) - first + 1) }, (_, index) => first + index);
  const rows = [...new Set([...near, ...keep.filter((row) => row >= 0 && row < count)])].toSorted((a, b) => a - b);
  const segments: Segment[] = [];
  let next = 0;
  for (const row of [...rows, count]) {
    const gap = (offsets[row] ?? 0) - (offsets[next] ?? 0);
    if (gap > 0) segments.push({ gap, before: row });
    if (row < count) segments.push({ row });
    next = row + 1;
  }
  return segments;
}

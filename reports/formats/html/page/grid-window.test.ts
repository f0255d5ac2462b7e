import { expect, test } from 'vitest';
import { offsetsOf, rowAt, segmentsOf } from './grid-window.ts';

const offsets = offsetsOf([10, 20, 20, 10, 20]);

test('each row begins where the one before ends', () => {
  expect(offsets).toEqual([0, 10, 30, 50, 60, 80]);
  expect(offsetsOf([])).toEqual([0]);
});

test.each([
  [0, 0],
  [9, 0],
  [10, 1],
  [49, 2],
  [50, 3],
  [79, 4],
  [1000, 4],
  [-5, 0],
])('at %d is row %d', (distance, row) => {
  expect(rowAt(offsets, distance)).toBe(row);
});

test('without rows, the first one is at any distance', () => {
  expect(rowAt([0], 100)).toBe(0);
});

test.each<[what: string, first: number, last: number, keep: readonly number[], segments: ReturnType<typeof segmentsOf>]>([
  ['rows in the middle', 1, 2, [], [{ gap: 10, before: 1 }, { row: 1 }, { row: 2 }, { gap: 30, before: 5 }]],
  ['all rows', 0, 4, [], [{ row: 0 }, { row: 1 }, { row: 2 }, { row: 3 }, { row: 4 }]],
  ['no more than there are', 4, 9, [], [{ gap: 60, before: 4 }, { row: 4 }]],
  ['a row to keep far away', 4, 4, [1], [{ gap: 10, before: 1 }, { row: 1 }, { gap: 30, before: 4 }, { row: 4 }]],
  ['a row to keep that is near, once', 4, 4, [4], [{ gap: 60, before: 4 }, { row: 4 }]],
  ['no row that there is not', 4, 4, [-1, 5], [{ gap: 60, before: 4 }, { row: 4 }]],
])('draws %s', (_, first, last, keep, segments) => {
  expect(segmentsOf(offsets, first, last, keep)).toEqual(segments);
});

test('rows and gaps are together as high as all rows', () => {
  const segments = segmentsOf(offsets, 2, 3, [0]);
  const heights = segments.map((each) =>
    'gap' in each ? each.gap : (offsets[each.row + 1] ?? Number.NaN) - (offsets[each.row] ?? Number.NaN),
  );
  expect(heights.reduce((sum, height) => sum + height, 0)).toBe(80);
});

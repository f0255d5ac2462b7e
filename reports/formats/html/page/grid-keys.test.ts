import { expect, test } from 'vitest';
import { positionAfter } from './grid-keys.ts';

const size = { lastRow: 20, lastColumn: 5, page: 8 };

test.each<[key: string, from: readonly [number, number], to: readonly [number, number]]>([
  ['ArrowLeft', [3, 2], [3, 1]],
  ['ArrowLeft', [3, 0], [3, 0]],
  ['ArrowRight', [3, 2], [3, 3]],
  ['ArrowRight', [3, 5], [3, 5]],
  ['ArrowUp', [3, 2], [2, 2]],
  ['ArrowUp', [0, 2], [0, 2]],
  ['ArrowDown', [3, 2], [4, 2]],
  ['ArrowDown', [20, 2], [20, 2]],
  ['PageUp', [10, 2], [2, 2]],
  ['PageUp', [3, 2], [0, 2]],
  ['PageDown', [3, 2], [11, 2]],
  ['PageDown', [15, 2], [20, 2]],
  ['Home', [3, 2], [3, 0]],
  ['End', [3, 2], [3, 5]],
  ['Control+Home', [3, 2], [0, 0]],
  ['Control+End', [3, 2], [20, 5]],
])('%s leads from %j to %j', (keys, [row, column], [toRow, toColumn]) => {
  const key = keys.replace('Control+', '');
  expect(positionAfter(key, keys !== key, { row, column }, size)).toEqual({ row: toRow, column: toColumn });
});

test('other keys lead nowhere', () => {
  for (const key of ['a', 'Enter', 'Tab', ' ']) expect(positionAfter(key, false, { row: 3, column: 2 }, size)).toBeUndefined();
});

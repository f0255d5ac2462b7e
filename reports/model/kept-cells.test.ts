import { expect, test } from 'vitest';
import type { Cell } from '../../suites/vocabulary/result.ts';
import { KeptCells } from './kept-cells.ts';

const cellOf = (column: string, number: number): Cell => ({
  column,
  scenario: `area/${number}`,
  // Some scenarios cannot be run.
  ...(number % 7 < 6 && {
    observation: { requests: [], outcomes: [{ kind: 'non-error', thrown: `${column} ${number}` }], blocked: [] },
  }),
  checks: {},
  ...(number % 5 === 0 && { fault: 'broke' }),
});

const columns = Array.from({ length: 30 }, (_, index) => `column-${index}`);
/** As they come: several columns run at once. */
const cells = Array.from({ length: 200 }, (_, number) => columns.map((column) => cellOf(column, number))).flat();

function kept(): KeptCells {
  const all = new KeptCells();
  for (const cell of cells) all.add(cell);
  return all;
}

test('every cell is as it came, in its order, however often it is read', () => {
  const { all } = kept();
  expect(all).toEqual(cells);
  expect(JSON.stringify(all)).toBe(JSON.stringify(cells));
});

test('a cell that comes late takes the place of the one before', () => {
  const all = kept();
  const late: Cell = { ...cellOf('column-3', 4), checks: {}, fault: 'crashed later' };
  all.replace(late);
  expect(all.all.filter(({ fault }) => fault === 'crashed later')).toEqual([late]);
  expect(all.all).toHaveLength(cells.length);
});

test('an observation that is not read is not kept as an object', () => {
  const [first] = kept().all;
  expect(first?.observation).toEqual(cells[0]?.observation);
  expect(first?.observation).not.toBe(cells[0]?.observation);
});

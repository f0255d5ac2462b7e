// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { loadContent, only } from './page.fixture.ts';
import { arrowKeys } from './table-keys.ts';

let table: HTMLTableElement;
let keepTabStop: () => void;

const buttonAt = (row: number, column: number): HTMLButtonElement | undefined =>
  [...table.querySelectorAll<HTMLTableRowElement>('tr[data-scenario]')][row]?.cells[column]?.querySelector('button') ?? undefined;

const press = (key: string): void => {
  document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
};

const tabStops = (): readonly HTMLButtonElement[] =>
  [...table.querySelectorAll('button')].filter(({ tabIndex }) => tabIndex === 0);

beforeEach(() => {
  loadContent();
  table = only('#matrix', HTMLTableElement);
  keepTabStop = arrowKeys(table);
  keepTabStop();
});

test('the table is one tab stop, its first cell', () => {
  expect(tabStops()).toEqual([buttonAt(0, 1)]);
});

test('arrow keys move between cells, over hidden ones, and not beyond the edge', () => {
  const column = [...table.rows].flatMap(({ cells }) => cells[2] ?? []);
  for (const cell of column) cell.hidden = true;
  const [, second] = table.querySelectorAll<HTMLElement>('tr[data-scenario]');
  if (second) second.hidden = true;
  buttonAt(0, 1)?.focus();
  press('ArrowUp');
  press('ArrowLeft');
  expect(document.activeElement).toBe(buttonAt(0, 1));
  press('ArrowRight');
  expect(document.activeElement).toBe(buttonAt(0, 3));
  press('ArrowDown');
  expect(document.activeElement).toBe(buttonAt(2, 3));
  press('ArrowDown');
  press('ArrowRight');
  expect(document.activeElement).toBe(buttonAt(2, 3));
  press('ArrowLeft');
  expect(document.activeElement).toBe(buttonAt(2, 1));
  press('ArrowUp');
  expect(document.activeElement).toBe(buttonAt(0, 1));
});

test('the tab stop follows the focus, and leaves a cell that is hidden', () => {
  buttonAt(1, 2)?.focus();
  expect(tabStops()).toEqual([buttonAt(1, 2)]);
  const row = buttonAt(1, 2)?.closest('tr');
  if (row) row.hidden = true;
  keepTabStop();
  expect(tabStops()).toEqual([buttonAt(0, 1)]);
});

import { expect, test } from 'vitest';
import { hashOf, hashOfCell, parseCell } from './address.ts';

test('an address keeps readable what a reader can read', () => {
  expect(hashOf(new URLSearchParams({ search: 'a b&c', clients: '@scope/x~msw' }))).toBe('#search=a+b%26c&clients=@scope/x~msw');
});

test.each<[column: string, scenario: string]>([
  ['got', 'cycles/self'],
  ['node/fetch~msw', 'cycles/self'],
  ['@scope/name/own@1.2.3+a&b', 'area/first'],
])('the address of a cell leads back to %s and %s', (column, scenario) => {
  const params = new URLSearchParams(hashOfCell(column, scenario).slice(1));
  expect(parseCell(params.get('cell') ?? '')).toEqual([column, scenario]);
});

test('what is not the address of a cell is none', () => {
  for (const text of ['', 'got', 'cycles/self']) expect(parseCell(text)).toBeUndefined();
});

import { expect, test } from 'vitest';
import { smallModel } from '../page/page.fixture.ts';
import { foldTable, unfoldTable } from './folded-table.ts';
import type { TableData } from './table-data.ts';

const checksOf = ({ suites }: TableData) =>
  suites.flatMap(({ scenarios }) => scenarios.map(({ id, title, needs, checks }) => ({ id, title, needs, checks })));

test('what is folded, stored and unfolded is as before', () => {
  const stored = JSON.parse(JSON.stringify(foldTable(smallModel.data))) as ReturnType<typeof foldTable>;
  expect(checksOf(unfoldTable(stored))).toEqual(checksOf(smallModel.data));
});

test('equal rules of different scenarios are stored once', () => {
  const { rules, suites } = foldTable(smallModel.data);
  expect(suites.flatMap(({ scenarios }) => scenarios.flatMap(({ checks }) => checks))).toHaveLength(7);
  expect(rules.map(({ name }) => name)).toEqual([
    'settled',
    'followed',
    'request@target',
    'settled',
    'canary:authorization@other',
  ]);
});

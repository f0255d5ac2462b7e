import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { suites } from '../index.ts';
import type { Scenario, Suite } from '../vocabulary/scenario.ts';
import { behaviours, isRow } from './behaviours/index.ts';
import { coverage, coveredRows, isCovered } from './coverage.ts';
import { rowsWithReason } from './gaps.ts';
import { requirementRows } from './requirements/index.ts';
import { coveragePage } from './table.ts';

const read = (file: string): string => readFileSync(join(import.meta.dirname, file), 'utf8');
const repeated = (all: readonly string[]): readonly string[] => all.filter((each, index) => all.indexOf(each) !== index);

const now = coverage(suites);
const covered: ReadonlySet<string> = new Set(now.behaviours.filter(isCovered).map(({ id }) => id));

describe('rows', () => {
  test('have ids of their own', () => {
    expect(repeated([...behaviours, ...requirementRows].map(({ id }) => id))).toEqual([]);
  });

  test('named by scenarios are known', () => {
    const unknown = suites
      .flatMap(({ scenarios }) => scenarios)
      .flatMap(({ id, covers = [] }) => covers.filter((row) => !isRow(row)).map((row) => `${id}: ${row}`));
    expect(unknown).toEqual([]);
  });

  test('named by reasons are known, once, and have no scenario', () => {
    expect(rowsWithReason.filter((row) => !isRow(row))).toEqual([]);
    expect(repeated(rowsWithReason)).toEqual([]);
    expect(
      rowsWithReason.filter((row) => covered.has(row)),
      'run `node harness/write-coverage.ts`',
    ).toEqual([]);
  });

  test('have a scenario, or a reason why not', () => {
    expect(now.behaviours.filter((row) => !isCovered(row) && !row.gap).map(({ id }) => id)).toEqual([]);
  });

  test('once covered stay so', () => {
    const before = read('covered.txt').trim().split('\n');
    expect(before.filter((id) => !covered.has(id))).toEqual([]);
    expect(coveredRows(now) === read('covered.txt'), 'run `node harness/write-coverage.ts`').toBe(true);
  });
});

test('the page on coverage is up to date', () => {
  expect(coveragePage(now) === read('../../docs/coverage.md'), 'run `node harness/write-coverage.ts`').toBe(true);
});

describe('coverage', () => {
  const made: Scenario = {
    id: 'own/made',
    title: 'A scenario of this test',
    routes: {},
    calls: [],
    covers: ['m301-get', 'm301-get'],
    checks: [
      {
        fact: { kind: 'outcome' },
        rulings: [
          { authority: 'fetch', level: 'must', expect: { oneOf: [] }, requirement: 'fetch/error-mode-refuses' },
          { authority: 'rfc9110', level: 'may', expect: { oneOf: [] }, requirement: 'rfc9110/cycles-broken' },
        ],
      },
    ],
  };
  const own: Suite = { id: 'own', title: 'Own', scenarios: [made] };
  const few = coverage([own]);

  test('counts what scenarios name, by tier and group', () => {
    expect(few.behaviours.filter(isCovered)).toMatchObject([{ id: 'm301-get', scenarios: ['own/made'] }]);
    expect(few.byTier.portable).toMatchObject({ covered: 1 });
    expect(few.byGroup.get('method-matrix')).toMatchObject({ portable: { covered: 1 }, client: { covered: 0 } });
    expect(coveredRows(few)).toBe('m301-get\n');
  });

  test('counts what rulings rest on, by topic', () => {
    expect(few.requirements.filter(isCovered).map(({ id }) => id)).toEqual([
      'loop-terminates',
      'mode-error-rejects',
      'mode-error-no-location',
    ]);
    expect(few.byTopic.get('api')).toMatchObject({ covered: 2 });
  });

  test('leaves out what no scenario can test', () => {
    const security = few.requirements.filter(({ topic }) => topic === 'security');
    expect(few.byTopic.get('security')).toEqual({
      covered: 0,
      rows: security.filter(({ untestable }) => untestable === undefined).length,
    });
  });
});

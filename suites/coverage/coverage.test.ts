import { describe, expect, test } from 'vitest';
import { suites } from '../index.ts';
import type { Scenario, Suite } from '../vocabulary/scenario.ts';
import { behaviours, isRow } from './behaviours/index.ts';
import { coverage, isCovered } from './coverage.ts';
import { rowsWithReason } from './gaps.ts';
import { requirementRows } from './requirements/index.ts';

const repeated = (all: readonly string[]): readonly string[] => all.filter((each, index) => all.indexOf(each) !== index);

const now = coverage(suites);

describe('rows', () => {
  test('have unique ids', () => {
    expect(repeated([...behaviours, ...requirementRows].map(({ id }) => id))).toEqual([]);
  });

  test('named by scenarios exist', () => {
    const unknown = suites
      .flatMap(({ scenarios }) => scenarios)
      .flatMap(({ id, covers = [] }) => covers.filter((row) => !isRow(row)).map((row) => `${id}: ${row}`));
    expect(unknown).toEqual([]);
  });

  test('with a reason exist, and have only one reason', () => {
    expect(rowsWithReason.filter((row) => !isRow(row))).toEqual([]);
    expect(repeated(rowsWithReason)).toEqual([]);
  });

  test('either have a scenario or a reason why not', () => {
    const reasons: ReadonlySet<string> = new Set(rowsWithReason);
    const isWrong = now.behaviours.filter((row) => isCovered(row) === reasons.has(row.id));
    expect(
      isWrong.map(({ id }) => id),
      'run `npm run coverage`, and add a reason to gaps.json for each row without a scenario',
    ).toEqual([]);
  });
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

  test('counts the rows that scenarios name, by tier and group', () => {
    expect(few.behaviours.filter(isCovered)).toMatchObject([{ id: 'm301-get', scenarios: ['own/made'] }]);
    expect(few.byTier.portable).toMatchObject({ covered: 1 });
    expect(few.byGroup.get('method-matrix')).toMatchObject({ portable: { covered: 1 }, client: { covered: 0 } });
  });

  test('counts the requirements that rulings are based on, by topic', () => {
    expect(few.requirements.filter(isCovered).map(({ id }) => id)).toEqual([
      'loop-terminates',
      'mode-error-rejects',
      'mode-error-no-location',
    ]);
    expect(few.byTopic.get('api')).toMatchObject({ covered: 2 });
  });

  test('does not count rows that no scenario can test', () => {
    const security = few.requirements.filter(({ topic }) => topic === 'security');
    expect(few.byTopic.get('security')).toEqual({
      covered: 0,
      rows: security.filter(({ untestable }) => untestable === undefined).length,
    });
  });
});

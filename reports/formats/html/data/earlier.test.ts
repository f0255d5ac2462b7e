import { expect, test } from 'vitest';
import type { Finding } from '../../../../suites/vocabulary/finding.ts';
import { smallModel } from '../page/page.fixture.ts';
import { changesIn, type EarlierRun, earlierData, equalChanges } from './earlier.ts';

const ids = smallModel.data.columns.map(({ id }) => id);

/** What this run found, by column, scenario and check. */
const now: EarlierRun['find'] = (id, scenario, name) => {
  const check = smallModel.scenarios.get(scenario)?.checks.find((each) => each.name === name);
  const column = smallModel.columnOf(id);
  return check && column !== undefined ? smallModel.result(check, column)?.finding : undefined;
};

/** A run that is this one but for some findings. */
const runBefore = (findings: Readonly<Record<string, Finding | undefined>> = {}): EarlierRun => ({
  startedAt: '2025-12-24T00:00:00.000Z',
  columns: ids,
  scenarios: [...smallModel.scenarios.keys()],
  find: (column, scenario, check) => {
    const key = `${column} ${scenario} ${check}`;
    return key in findings ? findings[key] : now(column, scenario, check);
  },
});

const kindsOf = (run: EarlierRun, profile = 'fetch') =>
  changesIn(smallModel, earlierData(smallModel, run), profile).map(({ kind, column, scenario, check }) => [
    kind,
    ids[column],
    scenario.id,
    check.name,
  ]);

test('a run that found the same has no changes', () => {
  expect(earlierData(smallModel, runBefore()).results).toEqual([]);
});

test('what was right and is wrong is a regression, and the other way round a fix', () => {
  const run = runBefore({
    'evil area/second request@target': { value: 'GET, no body' },
    'node/fetch area/first followed': { value: 'returned 302' },
  });
  expect(kindsOf(run)).toEqual([
    ['fix', 'node/fetch', 'area/first', 'followed'],
    ['regression', 'evil', 'area/second', 'request@target'],
  ]);
  expect(equalChanges(changesIn(smallModel, earlierData(smallModel, run), 'fetch')).map(({ kind }) => kind)).toEqual([
    'regression',
    'fix',
  ]);
});

test('both sides are judged by the profile that is chosen', () => {
  const run = runBefore({ 'evil area/second request@target': { value: 'GET, no body' } });
  expect(kindsOf(run, 'lax')).toEqual([['other', 'evil', 'area/second', 'request@target']]);
});

test('only clients that both runs have are compared, and the others are named', () => {
  const run = { ...runBefore(), columns: ['node/fetch', 'gone'], scenarios: ['area/first', 'area/none'] };
  const { newColumns, goneColumns, unknownScenarios } = earlierData(smallModel, run);
  expect([newColumns, goneColumns, unknownScenarios]).toEqual([['evil', 'evil~msw'], ['gone'], 1]);
});

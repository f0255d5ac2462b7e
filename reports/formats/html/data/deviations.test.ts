import { expect, test } from 'vitest';
import { smallModel } from '../page/page.fixture.ts';
import { shownHostileText } from '../small-run.fixture.ts';
import { deviationsIn, meaningCounts } from './deviations.ts';
import { visible } from '../../../../suites/wording/visible.ts';

const [node, evil] = [0, 1];

test('what clients do wrong is in order of its gravity, with who does it and an example', () => {
  const deviations = deviationsIn(smallModel, 'fetch', [node, evil]);
  expect(
    deviations.map(({ meaning, verdict, expected, columns, count, known }) => [
      meaning,
      verdict,
      expected,
      columns,
      count,
      known,
    ]),
  ).toEqual([
    ['answer', 'fail', 'must be “followed”', [{ column: evil, count: 1 }], 1, 0],
    ['detail', 'fail', 'must be “GET, no body”', [{ column: evil, count: 1 }], 1, 0],
  ]);
  expect(deviations.map(({ example }) => example)).toEqual([
    { column: evil, scenario: 'area/first' },
    { column: evil, scenario: 'area/second' },
  ]);
  expect(visible(deviations[0]?.clause ?? '')).toContain(shownHostileText);
});

test('only the columns that are shown count, and only the profile that is chosen', () => {
  expect(deviationsIn(smallModel, 'fetch', [node])).toEqual([]);
  expect(deviationsIn(smallModel, 'lax', [node, evil]).map(({ example }) => example.scenario)).toEqual(['area/first']);
});

test('each scenario counts once for a meaning', () => {
  const none = { credentials: 0, data: 0, hangs: 0, target: 0, answer: 0, detail: 0 };
  expect(meaningCounts(smallModel, 'fetch')).toEqual([none, { ...none, answer: 1, detail: 1 }, none]);
});

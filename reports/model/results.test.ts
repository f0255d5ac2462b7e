import { expect, test } from 'vitest';
import {
  followedSample,
  judged,
  sampleCell,
  sampleColumn,
  sampleResults,
  sampleScenario,
  settledSample,
} from '../sample.fixture.ts';
import { assembleResults } from './results.ts';

test('results have only the scenarios that ran, and only the requirements that these and the profiles cite', () => {
  const ran = sampleScenario('area/ran', settledSample);
  const notRun = sampleScenario('area/not-run', {
    ...followedSample,
    rulings: [{ authority: 'fetch', level: 'must', expect: { oneOf: ['followed'] }, requirement: 'fetch/other' }],
  });
  const { run, profiles, requirements, coverage } = sampleResults([], [], []);
  const house = { authority: 'house', source: 'Ours', section: '1', level: 'definition', statement: 'So.' } as const;
  const rule = requirements['fetch/rule'];
  const results = assembleResults(
    run,
    {
      suites: [
        { id: 'area', title: 'An area', scenarios: [ran, notRun] },
        { id: 'idle', title: 'Not run', scenarios: [sampleScenario('idle/a', settledSample)] },
      ],
      profiles: [
        ...profiles,
        {
          name: 'own',
          title: 'Own',
          authorities: ['fetch'],
          requirements: {
            'house/cited': { ...house, inPlaceOf: ['fetch/rule'], on: ['area/ran#*'] },
            'house/idle': { ...house, inPlaceOf: ['fetch/other'] },
          },
          overrulings: {
            'area/*': {
              rulings: [{ authority: 'fetch', level: 'may', expect: { oneOf: ['x'] }, requirement: 'fetch/own' }],
              reason: 'ours',
            },
          },
        },
      ],
      requirements: { ...(rule && { 'fetch/rule': rule, 'fetch/other': rule, 'fetch/own': rule }) },
      coverage,
    },
    { columns: [sampleColumn('a')], cells: [sampleCell('a', ran, [judged('response', 'pass')])], unexpected: [] },
  );
  expect(results.suites.map(({ id, scenarios }) => [id, scenarios.map((each) => each.id)])).toEqual([['area', ['area/ran']]]);
  expect(Object.keys(results.requirements)).toEqual(['fetch/rule', 'fetch/own', 'house/cited']);
  expect(results.requirements['house/cited']).toEqual(house);
  expect(results.run).toBe(run);
});

test('cells are in the order of columns and catalogue, in whatever order they come', () => {
  const scenarios = ['area/a', 'area/b'].map((id) => sampleScenario(id, settledSample));
  const { run, profiles, requirements, coverage } = sampleResults([], [], []);
  const cells = ['y', 'x'].flatMap((column) => scenarios.toReversed().map((each) => sampleCell(column, each, [])));
  const definitions = { suites: [{ id: 'area', title: 'An area', scenarios }], profiles, requirements, coverage };
  const results = assembleResults(run, definitions, { columns: ['x', 'y'].map(sampleColumn), cells, unexpected: [] });
  expect(results.cells.map(({ column, scenario }) => `${column} ${scenario}`)).toEqual([
    'x area/a',
    'x area/b',
    'y area/a',
    'y area/b',
  ]);
});

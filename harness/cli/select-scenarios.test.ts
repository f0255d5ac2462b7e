import { describe, expect, test } from 'vitest';
import { suites } from '../../suites/index.ts';
import { selectScenarios } from './select-scenarios.ts';
import { UsageError } from './usage-error.ts';

const all = suites.flatMap(({ scenarios }) => scenarios.map(({ id }) => id));
const idsOf = (selection: Parameters<typeof selectScenarios>[0]): readonly string[] =>
  selectScenarios(selection, suites).map(({ id }) => id);

test('without a selection every scenario is selected, in the order of the catalogue', () => {
  expect(idsOf({})).toEqual(all);
});

describe('shards', () => {
  test.for([1, 2, 3, 7])('in %i parts contain each scenario exactly once', (parts) => {
    const shards = Array.from({ length: parts }, (_, index) => idsOf({ shard: `${index + 1}/${parts}` }));
    expect(shards.flat().toSorted()).toEqual(all.toSorted());
  });

  test('contain a part of the other selection', () => {
    const cycles = all.filter((id) => id.startsWith('cycles/'));
    const shards = ['1/2', '2/2'].map((shard) => idsOf({ suites: ['cycles'], shard }));
    expect(shards.flat().toSorted()).toEqual(cycles.toSorted());
  });

  test('do not depend on the other selection', () => {
    const whole = idsOf({ shard: '2/3' });
    expect(idsOf({ suites: ['cycles'], shard: '2/3' }).filter((id) => !whole.includes(id))).toEqual([]);
  });

  test.for(['0/3', '4/3', '1', '1/0', '-1/3', '1/3/5', 'a/b', ''])('"%s" is not a shard', (shard) => {
    expect(() => idsOf({ shard })).toThrow(UsageError);
  });
});

test('a scenario must match one of several patterns, and both suite and scenario patterns', () => {
  expect(idsOf({ scenarios: ['cycles/self', 'cycles/t*'] })).toEqual([
    'cycles/self',
    'cycles/two',
    'cycles/two-hosts',
    'cycles/three',
  ]);
  expect(idsOf({ suites: ['cycles'], scenarios: ['*/*wo'] })).toEqual(['cycles/two']);
});

test.for([
  ['a suite', { suites: ['cycles', 'cycels'] }, '--suite=cycels: matches nothing'],
  ['a scenario', { scenarios: ['cycles/self', 'self'] }, '--scenario=self: matches nothing'],
  ['two patterns that exclude each other', { suites: ['cycles'], scenarios: ['chain-limits/*'] }, 'nothing is selected'],
] as const)('a pattern that matches no scenario is refused: %s', ([, selection, message]) => {
  expect(() => idsOf(selection)).toThrow(UsageError);
  expect(() => idsOf(selection)).toThrow(message);
});

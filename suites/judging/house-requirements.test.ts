import { expect, test } from 'vitest';
import type { Profile } from '../vocabulary/profile.ts';
import { houseRequirements } from './house-requirements.ts';

const stated = (section: string) => ({ authority: 'house', source: 'Ours', section, level: 'MUST', statement: 'So.' }) as const;

const profiles: readonly Profile[] = [
  {
    name: 'one',
    title: 'One',
    authorities: ['fetch'],
    requirements: {
      'house/plain': stated('1'),
      'house/instead': { ...stated('2'), inPlaceOf: ['fetch/method-kept'], on: ['own/*'] },
    },
  },
  { name: 'two', title: 'Two', authorities: ['fetch'], requirements: { 'house/other': stated('3') } },
  { name: 'none', title: 'None', authorities: ['fetch'] },
];

test.for<[cited: string, ids: readonly string[], only?: readonly string[]]>([
  ['nothing in particular: all', ['house/plain', 'house/instead', 'house/other']],
  ['one by its id', ['house/plain'], ['house/plain']],
  ['what one stands for', ['house/instead'], ['fetch/method-kept', 'rfc9110/303-is-retrieved']],
  ['none of them', [], ['rfc9110/303-is-retrieved']],
])('of the requirements that profiles state, those take part of which is cited %s', ([, ids, only]) => {
  expect(Object.keys(houseRequirements(profiles, only && new Set(only)))).toEqual(ids);
});

test('a report cites a requirement without where the profile uses it', () => {
  expect(houseRequirements(profiles)['house/instead']).toEqual(stated('2'));
});

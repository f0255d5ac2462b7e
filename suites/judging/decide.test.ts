import { describe, expect, test } from 'vitest';
import type { Profile } from '../vocabulary/profile.ts';
import { may, must } from '../rulings/ruling.ts';
import { decide, type Decision } from './decide.ts';

const common = must('common/call-settles', 'response');
const rfc = must('rfc9110/303-is-retrieved', 'GET, no body');
const fetch = must('fetch/method-kept', 'HEAD, no body');
const rulings = [common, rfc, fetch];

const decision = (members: Partial<Profile>, given: Parameters<typeof decide>[1]['rulings'] = rulings): Decision =>
  decide('own/decided#request@target', { rulings: given }, { name: 'own', title: 'Own', authorities: ['fetch'], ...members });

describe('the first authority of a profile that has any ruling', () => {
  test('decides alone', () => {
    expect(decision({ authorities: ['fetch', 'rfc9110'] })).toEqual({ by: 'fetch', rulings: [fetch] });
    expect(decision({ authorities: ['rfc9110', 'fetch'] })).toEqual({ by: 'rfc9110', rulings: [rfc] });
    expect(decision({ authorities: ['strict', 'rfc9110', 'fetch'] })).toEqual({ by: 'rfc9110', rulings: [rfc] });
  });

  test('decides with all its rulings, even if they are only permissions', () => {
    const permissions = [may('fetch/method-kept', 'a'), may('fetch/method-kept', 'b')];
    expect(decision({ authorities: ['common', 'fetch', 'rfc9110'] }, [rfc, ...permissions])).toEqual({
      by: 'fetch',
      rulings: permissions,
    });
  });
});

describe('a profile that states a requirement in place of one of an authority', () => {
  const own = { authority: 'house', source: 'Ours', section: '1', level: 'definition', statement: 'So.' } as const;
  const requirements = { 'house/rule-1': { ...own, inPlaceOf: ['rfc9110/303-is-retrieved'] as const } };

  test('cites its own where that authority decides', () => {
    expect(decision({ authorities: ['rfc9110'], requirements })).toEqual({
      by: 'rfc9110',
      rulings: [{ ...rfc, authority: 'house', requirement: 'house/rule-1' }],
    });
  });

  test('cites theirs on other checks than those it names', () => {
    const elsewhere = { 'house/rule-1': { ...requirements['house/rule-1'], on: ['own/other#*'] } };
    expect(decision({ authorities: ['rfc9110'], requirements: elsewhere })).toEqual({ by: 'rfc9110', rulings: [rfc] });
  });

  test('cites its own on the checks that it names', () => {
    const here = { 'house/rule-1': { ...requirements['house/rule-1'], on: ['own/other#*', 'own/decided#*'] } };
    expect(decision({ authorities: ['rfc9110'], requirements: here }).rulings).toMatchObject([{ requirement: 'house/rule-1' }]);
  });

  test('cites theirs if its own is in place of none', () => {
    expect(decision({ authorities: ['rfc9110'], requirements: { 'house/rule-2': own } }).rulings).toEqual([rfc]);
  });

  test('cites another requirement as it is', () => {
    expect(decision({ authorities: ['fetch'], requirements })).toEqual({ by: 'fetch', rulings: [fetch] });
  });
});

test('no authority decides if none of the profile has a ruling', () => {
  expect(decision({ authorities: ['common', 'fetch'] }, [rfc])).toEqual({ by: 'no authority', rulings: [] });
});

describe('the profile decides if it overrules the check', () => {
  const reason = 'we decided so';
  const own = [must('fetch/method-kept', 'GET, no body')];

  test('by its id', () => {
    const overrulings = { 'own/decided#request@target': { rulings: own, reason } };
    expect(decision({ overrulings })).toEqual({ by: 'the profile', rulings: own, reason });
  });

  test('by a glob', () => {
    expect(decision({ overrulings: { 'own/*': { rulings: own, reason } } })).toEqual({ by: 'the profile', rulings: own, reason });
  });

  test('and has no rulings left if it ignores the check', () => {
    const overrulings = { '*/decided#*': { rulings: 'ignore', reason } } as const;
    expect(decision({ overrulings })).toEqual({ by: 'the profile', rulings: [], reason });
  });

  test('but not if the overruling is for another check', () => {
    const overrulings = { 'own/decided#request@other/target': { rulings: own, reason } };
    expect(decision({ overrulings })).toEqual({ by: 'fetch', rulings: [fetch] });
  });
});

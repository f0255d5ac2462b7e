import { expect, test } from 'vitest';
import type { Ruling } from '../suites/vocabulary/check.ts';
import type { Profile } from '../suites/vocabulary/profile.ts';
import type { Scenario } from '../suites/vocabulary/scenario.ts';
import { judgeFindings } from './judge.ts';

const must = (value: string): Ruling => ({
  authority: 'fetch',
  level: 'must',
  expect: { oneOf: [value] },
  requirement: 'fetch/method-kept',
});

const scenario: Scenario = {
  id: 'own/judged',
  title: '',
  routes: {},
  calls: [],
  checks: [{ fact: { kind: 'outcome' }, rulings: [must('returned 200')] }],
};

/** The verdict on a call that returned 302. */
function verdictBy(profile: Partial<Profile>): string | undefined {
  const house: Profile = { name: 'house', title: 'House', authorities: ['fetch'], ...profile };
  const checks = judgeFindings(scenario, { 'own/judged#outcome': { value: 'returned 302' } }, [house]);
  return checks['own/judged#outcome']?.verdicts['house'];
}

const reason = 'so the house decided';

test.for<[title: string, verdict: string, profile: Partial<Profile>]>([
  ['that does not overrule it follows its authorities', 'fail', {}],
  [
    'that overrules it judges by its own rulings alone',
    'pass',
    { overrulings: { 'own/judged#outcome': { rulings: [must('returned 302')], reason } } },
  ],
  [
    'that sets it aside by its id has only a note on it',
    'note',
    { overrulings: { 'own/judged#outcome': { rulings: 'ignore', reason } } },
  ],
  [
    'that sets it aside by a glob has only a note on it',
    'note',
    { overrulings: { 'own/*#outcome': { rulings: 'ignore', reason } } },
  ],
  [
    'that overrules other checks follows its authorities',
    'fail',
    { overrulings: { 'own/*#requests': { rulings: 'ignore', reason } } },
  ],
  [
    'that names it and matches it goes by the name',
    'pass',
    {
      overrulings: {
        'own/*': { rulings: 'ignore', reason },
        'own/judged#outcome': { rulings: [must('returned 302')], reason },
      },
    },
  ],
  [
    'with two globs goes by the earlier',
    'note',
    { overrulings: { 'own/*': { rulings: 'ignore', reason }, '*/*#outcome': { rulings: [must('returned 302')], reason } } },
  ],
  ['that asks authorities without a ruling has only a note on it', 'note', { authorities: ['common', 'strict'] }],
])('a profile %s', ([, verdict, profile]) => {
  expect(verdictBy(profile)).toBe(verdict);
});

test('one finding has a verdict under every profile', () => {
  const profiles = [
    { name: 'a', title: 'A', authorities: ['fetch'] },
    { name: 'b', title: 'B', authorities: ['strict'] },
  ] as const;
  expect(judgeFindings(scenario, { 'own/judged#outcome': { value: 'returned 302' } }, profiles)).toEqual({
    'own/judged#outcome': { finding: { value: 'returned 302' }, verdicts: { a: 'fail', b: 'note' } },
  });
});

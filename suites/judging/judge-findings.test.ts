import { expect, test } from 'vitest';
import { must } from '../rulings/ruling.ts';
import type { Profile } from '../vocabulary/profile.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { judgeFindings } from './judge-findings.ts';

const mustReturn = <const Status extends '200' | '302'>(status: Status) => must('fetch/method-kept', `returned ${status}`);

const scenario: Scenario = {
  id: 'own/judged',
  title: '',
  routes: {},
  calls: [],
  checks: [{ fact: { kind: 'outcome' }, rulings: [mustReturn('200')] }],
};

const returned302 = { value: 'returned 302' } as const;

/** The verdict on a call that returned 302. */
function verdictBy(members: Partial<Profile>): string | undefined {
  const profile: Profile = { name: 'custom', title: 'Custom', authorities: ['fetch'], ...members };
  const checks = judgeFindings(scenario, () => returned302, [profile]);
  return checks['own/judged#outcome']?.verdicts['custom'];
}

const reason = 'we decided so';

test.for<[title: string, verdict: string, profile: Partial<Profile>]>([
  ['without overrulings follows its authorities', 'fail', {}],
  [
    'that overrules it is judged by the overruling alone',
    'pass',
    { overrulings: { 'own/judged#outcome': { rulings: [mustReturn('302')], reason } } },
  ],
  ['that ignores it by its id leaves a note', 'note', { overrulings: { 'own/judged#outcome': { rulings: 'ignore', reason } } }],
  ['that ignores it by a glob leaves a note', 'note', { overrulings: { 'own/*#outcome': { rulings: 'ignore', reason } } }],
  [
    'that overrules other checks follows its authorities',
    'fail',
    { overrulings: { 'own/*#requests': { rulings: 'ignore', reason } } },
  ],
  [
    'that overrules it by its id and by a glob uses the id',
    'pass',
    {
      overrulings: {
        'own/*': { rulings: 'ignore', reason },
        'own/judged#outcome': { rulings: [mustReturn('302')], reason },
      },
    },
  ],
  ['whose authorities have no ruling leaves a note', 'note', { authorities: ['common', 'strict'] }],
])('the verdict of a profile %s', ([, verdict, profile]) => {
  expect(verdictBy(profile)).toBe(verdict);
});

test('a finding has a verdict under every profile', () => {
  const profiles = [
    { name: 'a', title: 'A', authorities: ['fetch'] },
    { name: 'b', title: 'B', authorities: ['strict'] },
  ] as const;
  expect(judgeFindings(scenario, () => returned302, profiles)).toEqual({
    'own/judged#outcome': { finding: returned302, verdicts: { a: 'fail', b: 'note' } },
  });
});

test('every check is judged on its own finding', () => {
  const checks: Scenario['checks'] = [...scenario.checks, { fact: { kind: 'outcome', call: 2 }, rulings: [mustReturn('200')] }];
  const profile: Profile = { name: 'a', title: 'A', authorities: ['fetch'] };
  const judged = judgeFindings(
    { ...scenario, checks },
    ({ fact }) => ({ value: 'call' in fact ? 'returned 200' : 'returned 302' }),
    [profile],
  );
  expect(Object.entries(judged).map(([id, { verdicts }]) => [id, verdicts['a']])).toEqual([
    ['own/judged#outcome', 'fail'],
    ['own/judged#outcome@2', 'pass'],
  ]);
});

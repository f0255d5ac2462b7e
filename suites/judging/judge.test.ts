import { describe, expect, test } from 'vitest';
import type { Level, Ruling } from '../vocabulary/check.ts';
import type { Finding } from '../vocabulary/finding.ts';
import { type Verdict, verdicts } from '../vocabulary/verdict.ts';
import { judge, judgeRuling, worst } from './judge.ts';

type Judged = Pick<Ruling, 'level' | 'expect'>;

const ruling =
  (level: Level) =>
  (...oneOf: readonly string[]): Judged => ({ level, expect: { oneOf } });
const [must, should, may] = [ruling('must'), ruling('should'), ruling('may')];

describe('the verdict on GET is', () => {
  test.for<[verdict: Verdict, when: string, rulings: readonly Judged[]]>([
    ['pass', 'a must is met', [must('GET')]],
    ['fail', 'a must is missed', [must('POST')]],
    ['warn', 'a should is missed', [should('POST')]],
    ['warn', 'a must is met and a should is missed', [must('GET', 'HEAD'), should('HEAD')]],
    ['fail', 'a must is missed, even if all other rulings are met', [should('GET'), may('GET'), must('POST')]],
    ['fail', 'one must of two is missed', [must('GET'), must('POST')]],
    ['pass', 'a may is matched', [may('GET')]],
    ['pass', 'one may of two is matched', [may('POST'), may('GET')]],
    ['note', 'no may is matched', [may('POST'), may('PUT')]],
    ['note', 'a should is met and a may is not matched', [should('GET'), may('POST')]],
    ['note', 'a must is met and no may is matched', [must('GET', 'HEAD'), may('HEAD'), may('POST')]],
    ['pass', 'a must is met and one may of two is matched', [must('GET', 'HEAD'), may('HEAD'), may('GET')]],
    ['note', 'there is no ruling', []],
  ])('%s if %s', ([verdict, , rulings]) => {
    expect(judge({ value: 'GET' }, rulings)).toBe(verdict);
  });
});

describe('the verdict by one ruling is', () => {
  test.for<[verdict: Verdict, when: string, ruling: Judged]>([
    ['pass', 'it is met', must('GET')],
    ['fail', 'a must is missed', must('POST')],
    ['warn', 'a should is missed', should('POST')],
    ['note', 'a may is not matched', may('POST')],
  ])('%s if %s', ([verdict, , one]) => {
    expect(judgeRuling({ value: 'GET' }, one)).toBe(verdict);
  });
});

describe('without a finding the verdict does not depend on the rulings:', () => {
  test.for<[verdict: Verdict, none: Extract<Finding, { readonly none: string }>['none']]>([
    ['n/a', 'no such request'],
    ['n/a', 'given not met'],
    ['n/a', 'capability'],
    ['n/a', 'transport'],
    ['n/a', 'call failed'],
    ['error', 'harness fault'],
  ])('%s for %s', ([verdict, none]) => {
    const finding: Finding = { none, because: 'a reason' };
    for (const rulings of [[], [must('GET')], [may('GET')]]) expect(judge(finding, rulings)).toBe(verdict);
    expect(judgeRuling(finding, must('GET'))).toBe(verdict);
  });
});

test('the worst of several verdicts is the one that needs most attention', () => {
  for (const [index, verdict] of verdicts.entries()) expect(worst(verdicts.slice(0, index + 1).toReversed())).toBe(verdict);
  expect(worst(['pass', 'error', 'fail'])).toBe('error');
  expect(worst(['note', 'pass', 'n/a'])).toBe('pass');
  expect(worst([])).toBe('n/a');
});

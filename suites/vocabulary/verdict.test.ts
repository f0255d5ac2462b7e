import { describe, expect, test } from 'vitest';
import type { Expected, Level, Ruling } from './check.ts';
import { nameOfFact, type Fact } from './fact.ts';
import { relation, type OriginName, type Relation } from './origin.ts';
import { decidedBy, judge, satisfies, verdicts, worst, type Verdict } from './verdict.ts';

const ruling = (level: Level, expected: Expected, authority: Ruling['authority'] = 'fetch'): Ruling => ({
  authority,
  level,
  expect: expected,
  requirement: 'own/rule',
});
const must = (...oneOf: readonly string[]): Ruling => ruling('must', { oneOf });
const should = (...oneOf: readonly string[]): Ruling => ruling('should', { oneOf });
const may = (...oneOf: readonly string[]): Ruling => ruling('may', { oneOf });

describe('an expectation', () => {
  test.for<[value: string, expect: Expected, satisfied: boolean]>([
    ['GET', { oneOf: ['GET', 'HEAD'] }, true],
    ['POST', { oneOf: ['GET', 'HEAD'] }, false],
    ['GET', { oneOf: [] }, false],
    ['GET', { noneOf: ['POST'] }, true],
    ['POST', { noneOf: ['POST'] }, false],
    ['5', { atLeast: 5 }, true],
    ['4', { atLeast: 5 }, false],
    ['21', { atMost: 21 }, true],
    ['22', { atMost: 21 }, false],
    ['100', { atLeast: 5, atMost: 21 }, false],
    ['9', { atLeast: 10, atMost: 21 }, false],
    ['none', { atLeast: 0 }, false],
    ['', { atLeast: 0 }, false],
  ])('of %s by %j is satisfied: %s', ([value, expectation, satisfied]) => {
    expect(satisfies(value, expectation)).toBe(satisfied);
  });
});

describe('the verdict on GET is', () => {
  test.for<[verdict: Verdict, because: string, rulings: readonly Ruling[]]>([
    ['pass', 'a must is met', [must('GET')]],
    ['fail', 'a must is missed', [must('POST')]],
    ['warn', 'a should is missed', [should('POST')]],
    ['warn', 'a must is met and a should is missed', [must('GET', 'HEAD'), should('HEAD')]],
    ['fail', 'a must is missed, whatever else is met', [should('GET'), may('GET'), must('POST')]],
    ['fail', 'one must of two is missed', [must('GET'), must('POST')]],
    ['pass', 'a may is matched', [may('GET')]],
    ['pass', 'one may of two is matched', [may('POST'), may('GET')]],
    ['note', 'no may is matched', [may('POST'), may('PUT')]],
    ['pass', 'a should is met and a may is not matched', [should('GET'), may('POST')]],
    ['note', 'nobody has a ruling', []],
  ])('%s where %s', ([verdict, , rulings]) => {
    expect(judge({ value: 'GET' }, rulings)).toBe(verdict);
  });
});

test('where there is no finding the verdict is n/a, whatever the rulings', () => {
  for (const rulings of [[], [must('GET')], [may('GET')]])
    expect(judge({ none: 'capability', because: 'it has no jar' }, rulings)).toBe('n/a');
});

describe('the first authority of a profile that has any ruling', () => {
  const [common, rfc, fetch] = (['common', 'rfc9110', 'fetch'] as const).map((authority) =>
    ruling('must', { oneOf: [authority] }, authority),
  ) as [Ruling, Ruling, Ruling];

  test('decides alone', () => {
    const rulings = [common, rfc, fetch];
    expect(decidedBy(rulings, { authorities: ['fetch', 'rfc9110'] })).toEqual({ authority: 'fetch', rulings: [fetch] });
    expect(decidedBy(rulings, { authorities: ['rfc9110', 'fetch'] })).toEqual({ authority: 'rfc9110', rulings: [rfc] });
  });

  test('decides with all its rulings, even if they are only permissions', () => {
    const open = [ruling('may', { oneOf: ['a'] }), ruling('may', { oneOf: ['b'] })];
    expect(decidedBy([rfc, ...open], { authorities: ['common', 'fetch', 'rfc9110'] })).toEqual({
      authority: 'fetch',
      rulings: open,
    });
  });

  test('is nobody where none of them has a ruling', () => {
    expect(decidedBy([rfc], { authorities: ['common', 'fetch'] })).toBeUndefined();
  });
});

test('the worst of several verdicts is the one that needs most attention', () => {
  for (const [index, verdict] of verdicts.entries()) expect(worst(verdicts.slice(0, index + 1).toReversed())).toBe(verdict);
  expect(worst(['pass', 'error', 'fail'])).toBe('error');
  expect(worst(['note', 'pass', 'n/a'])).toBe('pass');
  expect(worst([])).toBe('n/a');
});

describe('the name of a fact', () => {
  test.for<[name: string, fact: Fact]>([
    ['settled', { kind: 'settled' }],
    ['settled@2', { kind: 'settled', call: 2 }],
    ['followed', { kind: 'followed', to: '{home}/target' }],
    ['request@target', { kind: 'request', at: '{home}/target' }],
    ['request@target:2', { kind: 'request', at: '{home}/target', visit: 2 }],
    ['framing@other/target', { kind: 'framing', at: '{other}/target' }],
    ['canary:cookie@other', { kind: 'canary', secret: 'cookie', at: 'other' }],
    ['canary:cookie@target', { kind: 'canary', secret: 'cookie', at: '{home}/target' }],
    ['requests', { kind: 'requests' }],
    ['requests@a/b', { kind: 'requests', at: '{home}/a/b?c' }],
    ['response-header:x-row@2', { kind: 'response-header', name: 'X-Row', call: 2 }],
  ])('%s', ([name, fact]) => {
    expect(nameOfFact(fact)).toBe(name);
  });
});

describe('how one origin stands to another', () => {
  test.for<[from: OriginName, to: OriginName, relation: Relation]>([
    ['home', 'home', 'same origin'],
    ['home', 'home-8080', 'other port'],
    ['home', 'other', 'other host'],
    ['home', 'other-tls', 'other host'],
    ['home', 'sub', 'subdomain'],
    ['sub', 'home-tls', 'parent domain'],
    ['home', 'home-tls', 'scheme up'],
    ['home-8080', 'dual-tls', 'scheme up'],
    ['dual-tls', 'dual', 'scheme down'],
    ['sub', 'other', 'other host'],
  ])('%s to %s: %s', ([from, to, expected]) => {
    expect(relation(from, to)).toBe(expected);
  });
});

import { describe, expect, it } from 'vitest';
import type { Ruling } from '../suites/vocabulary/check.ts';
import { describeRuling } from '../suites/vocabulary/wording.ts';
import { decisionOn, describeMissed } from './expectation.ts';
import { request } from './sample.fixture.ts';

const ruling = (level: Ruling['level'], expectation: Ruling['expect']): Ruling => ({
  authority: 'fetch',
  level,
  expect: expectation,
  requirement: 'fetch/rule',
});

describe('a ruling in words', () => {
  it.each([
    [ruling('must', { oneOf: ['a', 'b'] }), 'must be “a” or “b”'],
    [ruling('should', { noneOf: ['a'] }), 'should not be “a”'],
    [ruling('may', { atLeast: 5 }), 'may be at least 5'],
    [ruling('must', { atLeast: 5, atMost: 7 }), 'must be at least 5 and at most 7'],
  ])('%#', (given, words) => expect(describeRuling(given)).toBe(words));
});

describe('a decision', () => {
  it('is that of the first authority of the profile', () => {
    expect(decisionOn('a/b#c', request, { name: 'p', title: 'P', authorities: ['common', 'fetch'] })).toEqual({
      by: 'fetch',
      rulings: request.rulings,
    });
  });

  it('is nobody’s where no authority has a ruling', () => {
    expect(decisionOn('a/b#c', request, { name: 'p', title: 'P', authorities: ['common'] })).toEqual({
      by: 'nobody',
      rulings: [],
    });
  });

  it('is the profile’s own where it overrules, an exact id before a glob', () => {
    const overrulings = {
      'a/*': { rulings: 'ignore', reason: 'all' },
      'a/b#c': { rulings: [ruling('may', { oneOf: ['x'] })], reason: 'this one' },
    } as const;
    const profile = { name: 'p', title: 'P', authorities: ['fetch'], overrulings } as const;
    expect(decisionOn('a/b#c', request, profile)).toMatchObject({ by: 'the profile', reason: 'this one' });
    expect(decisionOn('a/b#other', request, profile)).toEqual({ by: 'the profile', rulings: [], reason: 'all' });
  });

  it('names only what was missed', () => {
    const rulings = [
      ruling('must', { oneOf: ['GET', 'HEAD'] }),
      ruling('should', { oneOf: ['HEAD'] }),
      ruling('may', { oneOf: ['POST'] }),
    ];
    expect(describeMissed({ by: 'fetch', rulings }, 'GET')).toBe('should be “HEAD”');
  });
});

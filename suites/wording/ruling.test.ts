import { describe, expect, it } from 'vitest';
import { decide } from '../judging/decide.ts';
import type { Check, Expected, Ruling } from '../vocabulary/check.ts';
import { describeMissed, describeRuling, missedRulings } from './ruling.ts';

const ruling = <const Value extends string>(level: Ruling['level'], expectation: Expected<Value>): Ruling<Value> => ({
  authority: 'fetch',
  level,
  expect: expectation,
  requirement: 'fetch/rule',
});

describe('a ruling in words', () => {
  it.each([
    ['must be “a” or “b”', ruling('must', { oneOf: ['a', 'b'] })],
    ['should not be “a”', ruling('should', { noneOf: ['a'] })],
    ['may be anything but “9”', ruling('may', { noneOf: ['9'] })],
    ['may be at least 5', ruling('may', { atLeast: 5 })],
    ['must be at least 5 and at most 7', ruling('must', { atLeast: 5, atMost: 7 })],
    ['must be a number', ruling('must', {})],
    ['must be an error', ruling('must', { oneOf: ['any error'] })],
    [
      'must be “returned 200” or any error but redirect-loop',
      ruling('must', { oneOf: ['returned 200', 'any error but redirect-loop'] }),
    ],
    ['may be POST with any body', ruling('may', { oneOf: ['POST, any body'] })],
  ])('%s', (words, given) => {
    expect(describeRuling(given)).toBe(words);
  });

  it('names only what was missed', () => {
    const rulings = [
      ruling('must', { oneOf: ['GET', 'HEAD'] }),
      ruling('should', { oneOf: ['HEAD'] }),
      ruling('may', { oneOf: ['POST'] }),
    ];
    expect(describeMissed(missedRulings({ rulings }, 'GET'))).toBe('should be “HEAD”');
  });
});

describe('a decision', () => {
  const check: Check = { fact: { kind: 'request', at: '{home}/target' }, rulings: [ruling('must', { oneOf: ['GET, no body'] })] };

  it('is that of the first authority of the profile', () => {
    expect(decide('a/b#c', check, { name: 'p', title: 'P', authorities: ['common', 'fetch'] })).toEqual({
      by: 'fetch',
      rulings: check.rulings,
    });
  });

  it('is made by no authority if none of the profile has a ruling', () => {
    expect(decide('a/b#c', check, { name: 'p', title: 'P', authorities: ['common'] })).toEqual({
      by: 'no authority',
      rulings: [],
    });
  });

  it('is made by the profile if it overrules, an exact id before a glob', () => {
    const overrulings = {
      'a/*': { rulings: 'ignore', reason: 'all' },
      'a/b#c': { rulings: [ruling('may', { oneOf: ['x'] })], reason: 'this one' },
    } as const;
    const profile = { name: 'p', title: 'P', authorities: ['fetch'], overrulings } as const;
    expect(decide('a/b#c', check, profile)).toMatchObject({ by: 'the profile', reason: 'this one' });
    expect(decide('a/b#other', check, profile)).toEqual({ by: 'the profile', rulings: [], reason: 'all' });
  });
});

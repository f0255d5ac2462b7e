import { expect, test } from 'vitest';
import { isBefore, isGivenBy, versionsOf } from './nginx.ts';

test.for([
  ['1.12.2', '1.13.0', true],
  ['1.9.15', '1.13.0', true],
  ['1.13.0', '1.13.0', false],
  ['1.13.10', '1.13.9', false],
  ['1.18.0 (Ubuntu)', '1.18.1', true],
  ['2.0.0', '1.99.99', false],
] as const)('version %s comes before %s: %s', ([version, other, expected]) => {
  expect(isBefore(version, other)).toBe(expected);
});

test.for([
  [{}, '1.0.0', true],
  [{ since: '1.13.0' }, '1.13.0', true],
  [{ since: '1.13.0' }, '1.12.2', false],
  [{ before: '1.13.0' }, '1.13.0', false],
  [{ before: '1.13.0' }, '1.12.2', true],
] as const)('an answer of %j is given by %s: %s', ([versions, version, expected]) => {
  expect(isGivenBy({ folder: true, ...versions }, version)).toBe(expected);
});

test('versions in words', () => {
  expect(versionsOf({ folder: true })).toBe('every version');
  expect(versionsOf({ folder: true, since: '1.13.0' })).toBe('1.13.0 and later');
  expect(versionsOf({ folder: true, since: '1.13.0', before: '1.15.4' })).toBe('1.13.0 and later, versions before 1.15.4');
});

import { describe, expect, test } from 'vitest';
import type { Expected } from '../vocabulary/check.ts';
import { satisfies } from './satisfies.ts';

type Row = readonly [value: string, expected: Expected, satisfied: boolean];

const check = ([value, expected, satisfied]: Row): void => expect(satisfies(value, expected)).toBe(satisfied);

describe('a list of values:', () => {
  test.for<Row>([
    ['GET', { oneOf: ['GET', 'HEAD'] }, true],
    ['POST', { oneOf: ['GET', 'HEAD'] }, false],
    ['GET', { oneOf: [] }, false],
    ['GET', { noneOf: ['POST'] }, true],
    ['POST', { noneOf: ['POST'] }, false],
  ])('%s by %j: %s', check);
});

describe('bounds:', () => {
  test.for<Row>([
    ['5', { atLeast: 5 }, true],
    ['4', { atLeast: 5 }, false],
    ['21', { atMost: 21 }, true],
    ['22', { atMost: 21 }, false],
    ['100', { atLeast: 5, atMost: 21 }, false],
    ['9', { atLeast: 10, atMost: 21 }, false],
    ['none', { atLeast: 0 }, false],
    ['', { atLeast: 0 }, false],
  ])('%s by %j: %s', check);
});

describe('any error:', () => {
  test.for<Row>([
    ['error: connection', { oneOf: ['any error'] }, true],
    ['error: redirect-loop', { oneOf: ['any error'] }, true],
    ['error: other', { oneOf: ['returned 302', 'any error'] }, true],
    ['returned 200', { oneOf: ['any error'] }, false],
    ['cut off after 100 requests', { oneOf: ['any error'] }, false],
    // The finding on `settled`, and the value of a field: neither is the class of an error.
    ['error', { oneOf: ['any error'] }, false],
    ['an error: other', { oneOf: ['any error'] }, false],
    ['error: tls', { noneOf: ['any error'] }, false],
    ['followed', { noneOf: ['any error'] }, true],
  ])('%s by %j: %s', check);
});

describe('any error except one:', () => {
  test.for<Row>([
    ['error: connection', { oneOf: ['any error but redirect-loop'] }, true],
    ['error: redirect-loop', { oneOf: ['any error but redirect-loop'] }, false],
    ['error: too-many-redirects', { oneOf: ['any error but redirect-loop'] }, true],
    ['error: redirect-loop', { oneOf: ['any error but redirect-loop', 'error: redirect-loop'] }, true],
    ['error', { oneOf: ['any error but redirect-loop'] }, false],
    ['returned 200', { oneOf: ['any error but redirect-loop'] }, false],
    ['error: timeout', { noneOf: ['any error but redirect-loop'] }, false],
    ['error: redirect-loop', { noneOf: ['any error but redirect-loop'] }, true],
    // The value of a field.
    ['error: tls', { oneOf: ['not any error but timeout'] }, false],
  ])('%s by %j: %s', check);
});

describe('a method with any body:', () => {
  test.for<Row>([
    ['POST, no body', { oneOf: ['POST, any body'] }, true],
    ['POST, body cut short', { oneOf: ['POST, any body'] }, true],
    ['GET, no body', { oneOf: ['POST, any body'] }, false],
    ['post, same body', { oneOf: ['POST, any body'] }, false],
    ['POSTED, same body', { oneOf: ['POST, any body'] }, false],
    ['POST', { oneOf: ['POST, any body'] }, false],
    ['GET, no body', { oneOf: ['POST, any body', 'GET, no body'] }, true],
    ['POST, other body', { noneOf: ['POST, any body'] }, false],
    ['GET, other body', { noneOf: ['POST, any body'] }, true],
    // The values of fields: these words stand for a body only in the place of one.
    ['POST, no body', { oneOf: ['a POST, any body'] }, false],
    ['POST, no body', { oneOf: ['POST, any body at all'] }, false],
    ['undefined, no body', { oneOf: ['POST'] }, false],
  ])('%s by %j: %s', check);
});

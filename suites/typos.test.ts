import { expect, test } from 'vitest';
import { must } from './rulings/ruling.ts';
import type { Routes } from './vocabulary/answer.ts';
import type { Check, CheckOf, Given } from './vocabulary/check.ts';
import type { Fact } from './vocabulary/fact.ts';

// The compiler checks these: each `@ts-expect-error` is an error that it must find.

// @ts-expect-error -- no such origin to redirect to
const locationWithoutOrigin: Routes = { '{home}/start': { status: 302, location: '{hmoe}/target' } };

// @ts-expect-error -- no such origin to serve
const routeWithoutOrigin: Routes = { '{hmoe}/start': { status: 200 } };

// @ts-expect-error -- no such origin to look at
const factWithoutOrigin: Fact = { kind: 'request', at: '{hmoe}/target' };

// @ts-expect-error -- no such fact
const unknownFact: Fact = { kind: 'reqest', at: '{home}/target' };

const requestFact = { kind: 'request', at: '{home}/target' } as const;
const outcomeFact = { kind: 'outcome' } as const;

/** Findings of the right kind, to show that the errors below are about the values. */
const correct: readonly Check[] = [
  { fact: requestFact, rulings: [must('fetch/method-kept', ['POST, same body', 'GET, any body'])] },
  { fact: outcomeFact, rulings: [must('fetch/method-kept', { noneOf: ['error: tls', 'any error but redirect-loop'] })] },
  { fact: requestFact, given: { fact: outcomeFact, oneOf: ['returned 200'] }, rulings: [] },
];

// @ts-expect-error -- a finding on another kind of fact
const otherKind: Check = { fact: requestFact, rulings: [must('fetch/method-kept', 'returned 200')] };

// @ts-expect-error -- a finding on another kind of fact, in one value of several
const otherKindAmongSeveral: Check = { fact: requestFact, rulings: [must('fetch/method-kept', ['GET, no body', 'followed'])] };

// @ts-expect-error -- a finding on another kind of fact, as a value that is excluded
const otherKindExcluded: Check = { fact: requestFact, rulings: [must('fetch/method-kept', { noneOf: ['any error'] })] };

// @ts-expect-error -- a misspelt finding
const misspelt: Check = { fact: requestFact, rulings: [must('fetch/method-kept', 'GET, nobody')] };

// @ts-expect-error -- a misspelt method
const misspeltMethod: Check = { fact: requestFact, rulings: [must('fetch/method-kept', 'GTE, no body')] };

// @ts-expect-error -- a misspelt error class
const misspeltClass: Check = { fact: outcomeFact, rulings: [must('fetch/method-kept', 'error: redirect-lop')] };

// @ts-expect-error -- a misspelt error class in a value that stands for several
const misspeltExcludedClass: Check = { fact: outcomeFact, rulings: [must('fetch/method-kept', 'any error but redirect-lop')] };

// @ts-expect-error -- a misspelt origin in a finding
const misspeltOrigin: Check = {
  fact: { kind: 'next', after: '{home}/start' },
  rulings: [must('fetch/method-kept', '{hmoe}/target')],
};

// @ts-expect-error -- a misspelt finding in a check on a known kind of fact
const misspeltOfKind: CheckOf<'canary'>['rulings'] = [must('fetch/method-kept', 'send')];

// @ts-expect-error -- a condition with a finding on another kind of fact
const givenOtherKind: Given = { fact: outcomeFact, oneOf: ['GET, no body'] };

// @ts-expect-error -- a condition with a misspelt finding
const givenMisspelt: Given = { fact: outcomeFact, oneOf: ['retruned 200'] };

// @ts-expect-error -- the same inside a check
const givenInCheck: Check = { fact: requestFact, given: { fact: outcomeFact, oneOf: ['retruned 200'] }, rulings: [] };

test('a ruling on a requirement that does not exist is an error', () => {
  // @ts-expect-error -- no such requirement
  expect(() => must('fetch/post-becomes-gte', 'GET, no body')).toThrow('authority');
});

test('the compiler has seen every line above', () => {
  const facts = [locationWithoutOrigin, routeWithoutOrigin, factWithoutOrigin, unknownFact];
  const rulings = [
    otherKind,
    otherKindAmongSeveral,
    otherKindExcluded,
    misspelt,
    misspeltMethod,
    misspeltClass,
    misspeltExcludedClass,
    misspeltOrigin,
    misspeltOfKind,
  ];
  const conditions = [givenOtherKind, givenMisspelt, givenInCheck];
  expect([...facts, ...rulings, ...conditions, ...correct].every((each) => typeof each === 'object')).toBe(true);
});

import { expect, test } from 'vitest';
import { must } from './rulings.ts';
import type { Fact } from './vocabulary/fact.ts';
import type { Routes } from './vocabulary/scenario.ts';

// What matters here is checked by the compiler: each line below is an error that it must find.

// @ts-expect-error -- no such origin to redirect to
const toNowhere: Routes = { '{home}/start': { status: 302, location: '{hmoe}/target' } };

// @ts-expect-error -- no such origin to serve
const fromNowhere: Routes = { '{hmoe}/start': { status: 200 } };

// @ts-expect-error -- no such origin to look at
const atNowhere: Fact = { kind: 'request', at: '{hmoe}/target' };

// @ts-expect-error -- no such fact
const noFact: Fact = { kind: 'reqest', at: '{home}/target' };

test('a ruling on a requirement that does not exist is an error', () => {
  // @ts-expect-error -- no such requirement
  expect(() => must('fetch/post-becomes-gte', 'GET, no body')).toThrow('authority');
  expect([toNowhere, fromNowhere, atNowhere, noFact]).toHaveLength(4);
});

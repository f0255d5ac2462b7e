import { describe, expect, test } from 'vitest';
import type { Given } from '../../suites/vocabulary/check.ts';
import type { Fact } from '../../suites/vocabulary/fact.ts';
import type { Outcome } from '../../suites/vocabulary/observation.ts';
import type { Transport } from '../../suites/vocabulary/result.ts';
import { findingInRecord, type PlannedRecord, received, responded } from '../fixtures/records.ts';

// What holds for facts of every kind: conditions, and what a mock does not show.

const at = '{home}/target';

describe('a fact under a condition', () => {
  const outcomes = [responded({ status: 302 })];
  const onOutcome = (oneOf: readonly string[]): Given => ({ fact: { kind: 'outcome' }, oneOf }) as unknown as Given;
  const onRequest: Given = { fact: { kind: 'request', at }, oneOf: ['GET, no body'] };

  test.for<[finding: string, given: Given, more?: PlannedRecord]>([
    ['1', onOutcome(['returned 200', 'returned 302'])],
    ['given not met: returned 302', onOutcome(['returned 200'])],
    ['1', onRequest],
    ['given not met: no request 1 came to {home}/target', onRequest, { requests: [received({ target: '/start' })] }],
  ])('%s', ([finding, given, more]) => {
    expect(findingInRecord({ kind: 'requests' }, { requests: [received()], outcomes, given, ...more })).toBe(finding);
  });
});

const mocks: readonly (readonly [transport: Transport, name: string])[] = [
  ['msw', 'MSW'],
  ['nock', 'nock'],
  ['mock-agent', 'MockAgent'],
];

describe.for(mocks)('under %s', ([transport, name]) => {
  const home = '{home.host}:80';
  const thrown = { name: 'Error', message: 'refused' };
  const refused: Outcome = { kind: 'error', class: 'blocked-address', error: thrown };
  const timedOut: Outcome = { kind: 'error', class: 'timeout', error: thrown };
  const under = (fact: Fact, record: PlannedRecord): string => findingInRecord(fact, { ...record, transport });

  test.for<[what: string, settled: string, outcome: string, record: PlannedRecord]>([
    ['a call failed by it', 'not intercepted', 'transport: not intercepted', { blocked: [home], outcomes: [refused] }],
    ['the call hung', 'not intercepted', 'transport: not intercepted', { blocked: [home], outcomes: [{ kind: 'hung' }] }],
    [
      'one call of two failed by it',
      'not intercepted',
      'transport: not intercepted',
      { blocked: ['192.0.2.1:80', home], outcomes: [refused, responded()] },
    ],
    ['it carried no request', 'error', 'error: timeout', { blocked: [home], outcomes: [timedOut] }],
    ['it carried no request', 'response', 'returned 200', { blocked: [home], outcomes: [responded()] }],
    ['there was none', 'response', 'returned 200', { outcomes: [responded()] }],
  ])('a connection to an origin, where %s: %s', ([, settled, outcome, record]) => {
    expect(under({ kind: 'settled' }, record)).toBe(settled);
    expect(under({ kind: 'outcome' }, record)).toBe(outcome);
  });

  test('an answer for an address outside the scenario leaves no finding', () => {
    const record = { blocked: [home, '192.0.2.1:80'], outcomes: [responded()] };
    for (const kind of ['settled', 'outcome'] as const)
      expect(under({ kind }, record)).toBe(`transport: ${name} answers for every address`);
  });

  test.for<[finding: string, fact: Fact]>([
    ['shows no framing', { kind: 'framing', at }],
    ['has no connections', { kind: 'connections', to: 'home' }],
    ['has no connections', { kind: 'left-open', to: 'home' }],
    ['has no connections', { kind: 'reuse', from: '{home}/start', at }],
    ['has no connections', { kind: 'server-name', at }],
    ['has no connections', { kind: 'client-certificate', at }],
    ['has no connections', { kind: 'answer-bytes', at }],
  ])('a mock %s: %j', ([finding, fact]) => {
    expect(under(fact, { requests: [received()] })).toBe(`transport: ${name} ${finding}`);
  });

  test('requests are what they are over the wire', () => {
    expect(under({ kind: 'request', at }, { requests: [received()] })).toBe('GET, no body');
  });
});

test('over the wire a refused connection is a finding as any other', () => {
  const refused: Outcome = { kind: 'error', class: 'blocked-address', error: { name: 'Error', message: '' } };
  const blocked = ['{home.host}:80', '192.0.2.1:80'];
  expect(findingInRecord({ kind: 'outcome' }, { blocked, outcomes: [refused] })).toBe('error: blocked-address');
});

import { expect, test } from 'vitest';
import type { Requirement } from '../../../../suites/vocabulary/requirement.ts';
import type { Fact } from '../../../../suites/vocabulary/fact.ts';
import type { Sketch } from '../../../model/sketch.ts';
import type { CellDeviation } from '../../../reproduction/cell-deviations.ts';
import { sequenceOf, type SequenceSource } from './sequence.ts';

const scenario: SequenceSource['scenario'] = {
  routes: { '{home}/start': { status: 302, location: '{other}/target' }, '{other}/target': { status: 200 } },
  calls: [{ method: 'GET', url: '{home}/start' }],
};
const sketch: Sketch = {
  requests: [
    { origin: 'home', method: 'GET', target: '/start', answeredBy: { place: '{home}/start', case: 0 } },
    { origin: 'other', method: 'GET', target: '/target', answeredBy: { place: '{other}/target', case: 0 } },
  ],
  leftOut: 0,
  outcomes: [{ kind: 'response', status: 200 }],
};

const deviation = (fact: Fact, finding: string): CellDeviation => ({
  fact,
  finding,
  expected: '',
  requirement: {} as Requirement,
});

const marksOf = (fact: Fact, finding: string) =>
  sequenceOf({ sketch, scenario, deviations: [deviation(fact, finding)] }).steps.map(({ marks }) => marks.length);

test('has the client, the origins by their role, and each request with its answer', () => {
  const { lanes, steps } = sequenceOf({ sketch, scenario, deviations: [] });
  expect(lanes.map(({ name, role }) => [name, role])).toEqual([
    ['client', ''],
    ['home', 'asked by the caller'],
    ['other', 'another host'],
  ]);
  expect(steps.map(({ kind, lane, text }) => [kind, lane, text])).toEqual([
    ['request', 1, 'GET /start'],
    ['answer', 1, '302 to {other}/target'],
    ['request', 2, 'GET /target'],
    ['answer', 2, '200'],
    ['own', 0, 'The caller gets 200'],
  ]);
});

test('marks the request that carries a leaked secret', () => {
  const { steps } = sequenceOf({
    sketch,
    scenario,
    deviations: [deviation({ kind: 'canary', secret: 'authorization', at: 'other' }, 'sent')],
  });
  expect(steps.filter(({ marks }) => marks.length > 0).map(({ text, marks }) => [text, marks])).toEqual([
    ['GET /target', ['authorization sent']],
  ]);
});

test.each<[what: string, fact: Fact, finding: string, marks: readonly number[]]>([
  ['a lost body at its place', { kind: 'request', at: '{other}/target' }, 'GET, body lost', [0, 0, 1, 0, 0]],
  ['where the client went next', { kind: 'next', after: '{home}/start' }, '{other}/target', [0, 0, 1, 0, 0]],
  ['that it went nowhere, at the end', { kind: 'next', after: '{other}/target' }, 'returned 200', [0, 0, 0, 0, 1]],
  ['a second visit that was not, at the end', { kind: 'request', at: '{home}/start', visit: 2 }, 'GET, no body', [0, 0, 0, 0, 1]],
  ['what the caller got', { kind: 'outcome' }, 'returned 200', [0, 0, 0, 0, 1]],
])('marks %s', (_, fact, finding, marks) => {
  expect(marksOf(fact, finding)).toEqual(marks);
});

test('says how many requests it leaves out', () => {
  const texts = sequenceOf({ sketch: { ...sketch, leftOut: 7 }, scenario, deviations: [] }).steps.map(({ text }) => text);
  expect(texts).toContain('… 7 more requests');
});

import { expect, test } from 'vitest';
import type { Ruling } from '../../suites/vocabulary/check.ts';
import type { Fact } from '../../suites/vocabulary/fact.ts';
import { type Meaning, meaningOf } from './meaning.ts';

const expecting = (...values: readonly string[]): Ruling =>
  ({ authority: 'fetch', level: 'must', expect: { oneOf: values }, requirement: 'fetch/rule' }) as unknown as Ruling;

const at = '{other}/target';
const absent = expecting('absent');

test.each<[is: Meaning, value: string, fact: Fact, where: string, missed: Ruling]>([
  ['credentials', 'sent', { kind: 'canary', secret: 'authorization', at }, 'another host', absent],
  ['answer', 'absent', { kind: 'canary', secret: 'authorization', at }, 'the same origin', expecting('sent')],
  ['credentials', 'a=b', { kind: 'field', name: 'Cookie', at }, 'another host', absent],
  ['detail', 'a=b', { kind: 'field', name: 'cookie', at }, 'the same origin', absent],
  ['detail', 'absent', { kind: 'field', name: 'cookie', at }, 'another host', expecting('a=b')],
  ['detail', 'a=b', { kind: 'field', name: 'accept', at }, 'another host', absent],
  ['data', 'POST, body lost', { kind: 'request', at }, 'another host', expecting('POST, same body')],
  ['data', 'GET, no body', { kind: 'request', at }, 'another host', expecting('POST, same body')],
  ['detail', 'POST, same body', { kind: 'request', at }, 'another host', expecting('GET, no body')],
  ['data', 'lost: content-type', { kind: 'content-headers', at }, '', expecting('kept with the body')],
  ['detail', 'left over: content-type', { kind: 'content-headers', at }, '', expecting('dropped with the body')],
  ['hangs', 'hung', { kind: 'settled' }, '', expecting('response')],
  ['hangs', 'crashed: exited with code 0', { kind: 'settled' }, '', expecting('response')],
  ['answer', 'error', { kind: 'settled' }, '', expecting('response')],
  ['hangs', 'cut off after 100 requests', { kind: 'outcome' }, '', expecting('any error')],
  ['target', 'followed', { kind: 'followed', to: at }, '', expecting('returned 302')],
  ['answer', 'returned 302', { kind: 'followed', to: at }, '', expecting('followed')],
  ['target', '{home}/wrong', { kind: 'next', after: '{home}/start' }, '', expecting('{home}/right')],
  ['answer', 'error: other', { kind: 'next', after: '{home}/start' }, '', expecting('{home}/right')],
])('it is %s that “%s” was found by %o at %s', (is, value, fact, where, missed) => {
  expect(meaningOf(fact, value, where, [missed])).toBe(is);
});

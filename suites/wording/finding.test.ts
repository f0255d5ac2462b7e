import { expect, test } from 'vitest';
import type { Fact } from '../vocabulary/fact.ts';
import { describeFinding } from './finding.ts';

test.each<[words: string, fact: Fact, value: string]>([
  ['returned 200', { kind: 'outcome' }, 'returned 200'],
  ['call 2: returned 200', { kind: 'outcome', call: 2 }, 'returned 200'],
  ['visit 2: GET, no body', { kind: 'request', at: '{home}/target', visit: 2 }, 'GET, no body'],
  ['authorization sent', { kind: 'canary', secret: 'authorization', at: 'other' }, 'sent'],
  ['X-A: <name>', { kind: 'field', name: 'X-A', at: '{home}/target' }, '<name>'],
  ['requests: 1', { kind: 'requests' }, '1'],
])('%s', (words, fact, value) => {
  expect(describeFinding(fact, value)).toBe(words);
});

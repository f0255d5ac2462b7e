import { following } from '../rulings/following.ts';
import { must, not } from '../rulings/ruling.ts';
import type { Repeated } from '../vocabulary/answer.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';

const large: Repeated = { repeat: 'sixteen letters ', times: 256 };

/** A limit on the response body applies to the final response only, and to all of its body. */
export const byteLimits: readonly Scenario[] = [
  scenario({
    id: 'options/large-redirect',
    title: 'At most 1000 bytes, and a redirect of 4 kB to a short response',
    covers: ['b-max-filesize-final-only'],
    routes: {
      '{home}/start': { status: 302, location: '{home}/target', body: large },
      '{home}/target': { status: 200, body: 'arrived' },
    },
    call: { method: 'GET', url: '{home}/start', maxBytes: 1000 },
    checks: [
      { fact: { kind: 'followed', to: '{home}/target' }, rulings: following[302] },
      {
        fact: { kind: 'outcome' },
        given: { fact: { kind: 'followed', to: '{home}/target' }, oneOf: ['followed'] },
        rulings: [must('common/options-are-obeyed', 'returned 200')],
      },
    ],
  }),
  scenario({
    id: 'options/large-target',
    title: 'At most 1000 bytes, and a short redirect to a response of 4 kB',
    covers: ['b-max-content-length-after-redirect'],
    routes: {
      '{home}/start': { status: 302, location: '{home}/target', body: 'moved' },
      '{home}/target': { status: 200, body: large },
    },
    call: { method: 'GET', url: '{home}/start', maxBytes: 1000 },
    checks: [
      { fact: { kind: 'followed', to: '{home}/target' }, rulings: following[302] },
      {
        fact: { kind: 'outcome' },
        given: { fact: { kind: 'followed', to: '{home}/target' }, oneOf: ['followed'] },
        rulings: [must('common/options-are-obeyed', not('returned 200'))],
      },
    ],
  }),
];

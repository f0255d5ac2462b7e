import { following } from '../following.ts';
import { must, not } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Repeated, Scenario } from '../vocabulary/scenario.ts';

const large: Repeated = { repeat: 'sixteen letters ', times: 256 };

/** A limit on the body of the response is for the last one, and for that one in full. */
export const maxBytes: readonly Scenario[] = [
  scenario({
    id: 'options/large-redirect',
    title: 'At most 1000 bytes, and a redirect of 4 kB to a short answer',
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
    title: 'At most 1000 bytes, and a short redirect to 4 kB',
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

import { may, must, should } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Routes, Scenario } from '../vocabulary/scenario.ts';

const start: Place = '{home}/start';
const routes: Routes = { [start]: { status: 302, location: '/target' }, '{home}/target': { status: 200, body: 'arrived' } };

const shown = [
  must('fetch/manual-mode-is-opaque', ['returned 0', 'returned 302']),
  must('adr-016/rule-1', 'returned 302'),
  should('convention/manual-shows-the-redirect', 'returned 302'),
];

const arrives = [
  must('fetch/follows-by-default', 'returned 200'),
  may('rfc9110/302-may-follow', ['returned 200', 'returned 302']),
  must('adr-016/rule-1', 'returned 200'),
];

/** A mode is asked for by one call, and holds for that call. */
export const byCall: readonly Scenario[] = [
  scenario({
    id: 'redirect-modes/manual-then-default',
    title: 'One call with following switched off, the next without a word',
    routes,
    calls: [
      { method: 'GET', url: start, redirect: 'manual' },
      { method: 'GET', url: start },
    ],
    covers: ['rm-follow-false', 'hm-handle-reuse'],
    checks: [
      { fact: { kind: 'outcome' }, rulings: shown },
      { fact: { kind: 'outcome', call: 2 }, rulings: arrives },
    ],
  }),
  scenario({
    id: 'redirect-modes/step-by-step',
    title: 'The caller goes to the target of the Location by a call of its own',
    routes,
    calls: [
      { method: 'GET', url: start, redirect: 'manual' },
      { method: 'GET', url: '{home}/target', redirect: 'manual' },
    ],
    checks: [
      { fact: { kind: 'outcome' }, rulings: shown },
      {
        fact: { kind: 'outcome', call: 2 },
        rulings: [must('fetch/redirect-statuses', 'returned 200')],
      },
      { fact: { kind: 'redirected', call: 2 }, rulings: [must('fetch/response-redirected', 'false')] },
    ],
  }),
];

import { may, must, should } from '../rulings/ruling.ts';
import type { Routes } from '../vocabulary/answer.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';

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

/** A mode applies to the call that asked for it, and to no other call. */
export const modePerCall: readonly Scenario[] = [
  scenario({
    id: 'redirect-modes/manual-then-default',
    title: 'One call in manual mode, then one without a mode',
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
    id: 'redirect-modes/default-then-manual',
    title: 'One call without a mode, then one in manual mode',
    routes,
    calls: [
      { method: 'GET', url: start },
      { method: 'GET', url: start, redirect: 'manual' },
    ],
    covers: ['rm-follow-false', 'hm-handle-reuse'],
    checks: [
      { fact: { kind: 'outcome' }, rulings: arrives },
      { fact: { kind: 'outcome', call: 2 }, rulings: shown },
    ],
  }),
  scenario({
    id: 'redirect-modes/default-then-error',
    title: 'One call without a mode, then one in error mode',
    routes,
    calls: [
      { method: 'GET', url: start },
      { method: 'GET', url: start, redirect: 'error' },
    ],
    covers: ['rm-error-rejects', 'hm-handle-reuse'],
    checks: [
      { fact: { kind: 'outcome' }, rulings: arrives },
      { fact: { kind: 'outcome', call: 2 }, rulings: [must('fetch/error-mode-refuses', 'any error')] },
    ],
  }),
  scenario({
    id: 'redirect-modes/step-by-step',
    title: 'The caller requests the target of the Location with a second call',
    routes,
    calls: [
      { method: 'GET', url: start, redirect: 'manual' },
      { method: 'GET', url: '{home}/target', redirect: 'manual' },
    ],
    checks: [
      { fact: { kind: 'outcome' }, rulings: shown },
      { fact: { kind: 'outcome', call: 2 }, rulings: [must('fetch/redirect-statuses', 'returned 200')] },
      { fact: { kind: 'redirected', call: 2 }, rulings: [must('fetch/response-redirected', 'false')] },
    ],
  }),
];

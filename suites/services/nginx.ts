import { following } from '../following.ts';
import { rewrittenRulings } from '../request-bodies/rewritten.ts';
import { must, should } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Ruling } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { nginxRedirect, resent, type Status } from './answers.ts';

const target: Place = '{home}/target';

/** What nginx does otherwise than the examples of the standard, and what that means: nothing. */
const peculiar = (status: Status): readonly Ruling[] => {
  if (status === 308) return [should('convention/nginx-308-with-location', 'followed')];
  if (status !== 302) return [];
  return [
    must('rfc9110/field-order-means-nothing', ['followed', 'returned 302']),
    must('rfc9110/reason-phrase-is-advice', ['followed', 'returned 302']),
    should('convention/nginx-302-moved-temporarily', 'followed'),
  ];
};

const requestRulings = (status: Status, method: 'GET' | 'POST'): readonly Ruling[] => {
  if (method === 'GET') return [must('fetch/method-kept', 'GET, no body'), should('rfc9110/request-resent', 'GET, no body')];
  return status === 307 || status === 308 ? resent(status) : rewrittenRulings[status];
};

const rows: readonly (readonly [status: Status, method: 'GET' | 'POST'])[] = [
  [301, 'GET'],
  [302, 'GET'],
  [302, 'POST'],
  [303, 'POST'],
  [307, 'POST'],
  [308, 'GET'],
  [308, 'POST'],
];

/** The redirects of nginx that have a Location; `missing-location` has the 308 that has none. */
export const nginx: readonly Scenario[] = rows.map(([status, method]) =>
  scenario({
    id: `services/nginx-${status}-${method.toLowerCase()}`,
    title: `${method} answered by the ${status} of nginx`,
    routes: { '{home}/start': nginxRedirect(status, target), [target]: { status: 200, body: 'arrived' } },
    call: { method, url: '{home}/start', ...(method === 'POST' && { body: '{"name":"Zoë"}' }) },
    checks: [
      { fact: { kind: 'followed', to: target }, rulings: [...following[status], ...peculiar(status)] },
      { fact: { kind: 'request', at: target }, rulings: requestRulings(status, method) },
    ],
  }),
);

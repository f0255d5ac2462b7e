import { resentRulings, rewrittenRulings } from '../rulings/bodies.ts';
import { following, understood } from '../rulings/following.ts';
import { must, should } from '../rulings/ruling.ts';
import type { RulingOn } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import type { RedirectStatus } from '../vocabulary/status.ts';
import { scenario } from '../builders/scenario.ts';
import { nginxRedirect } from '../builders/nginx-redirect.ts';

const target: Place = '{home}/target';

/** What nginx does differently from the examples in the standards must make no difference. */
const differences = (status: RedirectStatus): readonly RulingOn<'followed'>[] => {
  if (status === 308) return [should('convention/nginx-308-with-location', 'followed')];
  if (status !== 302) return [];
  return [
    must('rfc9110/field-order-means-nothing', understood(302)),
    must('rfc9110/reason-phrase-is-advice', understood(302)),
    should('convention/nginx-302-moved-temporarily', 'followed'),
  ];
};

const rulingsOnRequest = (status: RedirectStatus, method: 'GET' | 'POST'): readonly RulingOn<'request'>[] => {
  if (method === 'GET') return [must('fetch/method-kept', 'GET, no body'), should('rfc9110/request-resent', 'GET, no body')];
  return status === 307 || status === 308 ? resentRulings(status) : rewrittenRulings[status];
};

type Row = readonly [status: RedirectStatus, method: 'GET' | 'POST'];

const rows: readonly Row[] = [
  [301, 'GET'],
  [302, 'GET'],
  [302, 'POST'],
  [303, 'POST'],
  [307, 'POST'],
  [308, 'GET'],
  [308, 'POST'],
];

const toScenario = ([status, method]: Row): Scenario =>
  scenario({
    id: `services/nginx-${status}-${method.toLowerCase()}`,
    title: `${method} answered by the ${status} of nginx`,
    routes: { '{home}/start': nginxRedirect(status, target), [target]: { status: 200, body: 'arrived' } },
    call: { method, url: '{home}/start', ...(method === 'POST' && { body: '{"name":"Zoë"}' }) },
    checks: [
      { fact: { kind: 'followed', to: target }, rulings: [...following[status], ...differences(status)] },
      { fact: { kind: 'request', at: target }, rulings: rulingsOnRequest(status, method) },
    ],
  });

/** The redirects of nginx that have a Location. The 308 without one is in `missing-location`. */
export const nginxRedirects: readonly Scenario[] = rows.map(toScenario);

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

type Row = readonly [status: RedirectStatus, method: 'GET' | 'POST', by?: 'rewrite' | 'error page'];

const rows: readonly Row[] = [
  [301, 'GET'],
  [302, 'GET'],
  [302, 'POST'],
  [303, 'POST'],
  [307, 'POST'],
  [308, 'GET'],
  [308, 'POST'],
  [301, 'GET', 'rewrite'],
  [302, 'POST', 'rewrite'],
  [302, 'GET', 'error page'],
  [308, 'POST', 'error page'],
];

const body = '{"name":"Zoë"}';

const toScenario = ([status, method, by]: Row): Scenario =>
  scenario({
    id: `services/nginx-${[...(by ? [by.replace(' ', '-')] : []), status, method.toLowerCase()].join('-')}`,
    title: `${method} answered by the ${status} of nginx${by ? `, by its ${by}` : ''}`,
    routes: { '{home}/start': nginxRedirect(status, target, by && { by }), [target]: { status: 200, body: 'arrived' } },
    call: { method, url: '{home}/start', ...(method === 'POST' && { body }) },
    checks: [
      { fact: { kind: 'followed', to: target }, rulings: [...following[status], ...differences(status)] },
      { fact: { kind: 'request', at: target }, rulings: rulingsOnRequest(status, method) },
    ],
  });

const folder: Place = '{home}/docs/';

/** nginx serves a folder by the path that ends with a slash. It has only 301 for that, also in answer to a POST. */
const folders: readonly Scenario[] = (['GET', 'POST'] as const).map((method) =>
  scenario({
    id: `services/nginx-folder-${method.toLowerCase()}`,
    title: `${method} to a folder of nginx, requested without its slash`,
    routes: { '{home}/docs': nginxRedirect(301, folder, { by: 'folder' }), [folder]: { status: 200, body: 'the documents' } },
    call: { method, url: '{home}/docs', ...(method === 'POST' && { body }) },
    checks: [
      { fact: { kind: 'followed', to: folder }, rulings: following[301] },
      { fact: { kind: 'request', at: folder }, rulings: rulingsOnRequest(301, method) },
    ],
  }),
);

/** The redirects of nginx that have a Location. The 308 without one is in `missing-location`. */
export const nginxRedirects: readonly Scenario[] = [...rows.map(toScenario), ...folders];

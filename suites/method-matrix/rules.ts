import { may, must, not, should } from '../rulings.ts';
import type { Ruling } from '../vocabulary/check.ts';
import {
  isRedirect,
  isUnsafe,
  methods,
  otherStatuses,
  rewritten,
  same,
  sameMethod,
  type Method,
  type Status,
} from './methods.ts';

interface Row {
  readonly statuses: readonly Status[];
  readonly methods: readonly Method[];
  readonly rulings: (method: Method) => readonly Ruling[];
}

const kept = (method: Method): readonly Ruling[] => [
  must('fetch/method-kept', same(method)),
  should('rfc9110/method-by-status', same(method)),
];

const postRewritten = (permission: Ruling): readonly Ruling[] => [
  must('fetch/post-becomes-get', rewritten),
  permission,
  must('adr-016/rule-2', rewritten),
];

const rows: readonly Row[] = [
  { statuses: [301, 302], methods: ['GET', 'DELETE', 'OPTIONS', 'PROPFIND'], rulings: kept },
  { statuses: [301, 302], methods: ['HEAD'], rulings: (method) => [...kept(method), must('adr-016/rule-2', same(method))] },
  { statuses: [301, 302], methods: ['PUT', 'PATCH'], rulings: (method) => [...kept(method), must('adr-016/rule-2', rewritten)] },
  {
    statuses: [301, 302],
    methods: ['QUERY'],
    rulings: (method) => [must('fetch/method-kept', same(method)), should('rfc10008/query-is-repeated', same(method))],
  },
  {
    statuses: [301],
    methods: ['POST'],
    rulings: (method) => postRewritten(may('rfc9110/301-post-may-become-get', [rewritten, same(method)])),
  },
  {
    statuses: [302],
    methods: ['POST'],
    rulings: (method) => postRewritten(may('rfc9110/302-post-may-become-get', [rewritten, same(method)])),
  },
  {
    statuses: [303],
    methods: ['GET'],
    rulings: () => [
      must('fetch/method-kept', rewritten),
      should('rfc9110/303-is-retrieved', rewritten),
      must('adr-016/rule-3', rewritten),
    ],
  },
  {
    statuses: [303],
    methods: ['HEAD'],
    rulings: (method) => [
      must('fetch/method-kept', same(method)),
      may('rfc9110/303-is-retrieved', [same(method), rewritten]),
      may(
        'adr-016/rule-3',
        [same(method), rewritten],
        'Read by the letter, rule 3 turns HEAD into GET; RFC 9110 allows both and Fetch keeps HEAD.',
      ),
    ],
  },
  {
    statuses: [303],
    methods: ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'],
    rulings: () => [
      must('fetch/303-becomes-get', rewritten),
      should('rfc9110/303-is-retrieved', rewritten),
      must('adr-016/rule-3', rewritten),
    ],
  },
  {
    statuses: [303],
    methods: ['QUERY'],
    rulings: () => [
      must('fetch/303-becomes-get', rewritten),
      should('rfc10008/303-becomes-get', rewritten),
      must('adr-016/rule-3', rewritten),
    ],
  },
  {
    statuses: [307],
    methods,
    rulings: (method) => [
      must('fetch/method-kept', same(method)),
      must('rfc9110/307-keeps-method', sameMethod(method)),
      should('rfc9110/request-resent', same(method)),
      must('adr-016/rule-4', same(method)),
    ],
  },
  {
    statuses: [308],
    methods,
    rulings: (method) => [
      must('fetch/method-kept', same(method)),
      must('rfc9110/308-keeps-method', sameMethod(method)),
      should('rfc9110/request-resent', same(method)),
      must('adr-016/rule-5', same(method)),
    ],
  },
  { statuses: otherStatuses, methods, rulings: (method) => [should('rfc9110/request-resent', same(method))] },
];

/** What the request at the target has to look like. Every status and method stands in exactly one row. */
export function requestRulings(status: Status, method: Method): readonly Ruling[] {
  const [row, ...more] = rows.filter((each) => each.statuses.includes(status) && each.methods.includes(method));
  if (!row || more.length > 0)
    throw new Error(`${status} and ${method} stand in ${more.length + (row ? 1 : 0)} rows, not in one`);
  return row.rulings(method);
}

/** To follow with an unsafe method takes care, so to stop is as good. */
export function careRulings(status: Status, method: Method): readonly Ruling[] {
  if (!isRedirect(status) || !isUnsafe(method)) return [];
  const either = ['followed', `returned ${status}`];
  return [
    may('rfc9110/unsafe-with-care', either),
    ...(method === 'PUT' ? [may('rfc9110/put-redirect-is-optional', either)] : []),
  ];
}

/** Whether Fetch turns this request into a GET without a body. */
export const isRewritten = (status: Status, method: Method): boolean =>
  status === 303 ? method !== 'GET' && method !== 'HEAD' : (status === 301 || status === 302) && method === 'POST';

/** The fields that describe a body stay with it and leave with it. */
export const contentHeaderRulings = (status: Status, method: Method): readonly Ruling[] =>
  isRewritten(status, method)
    ? [
        must('fetch/body-headers-dropped', ['dropped with the body', 'kept with the body']),
        should('rfc9110/content-fields-dropped', ['dropped with the body', 'kept with the body']),
      ]
    : [
        must('fetch/other-headers-kept', ['dropped with the body', 'kept with the body']),
        should('rfc9110/request-resent', ['dropped with the body', 'kept with the body']),
      ];

/** How a request tells its body's length, once it lost the body and while it has one. */
export const framingRulings: readonly Ruling[] = [
  must('rfc9112/request-body-is-framed', not('content-length, body missing')),
  must('rfc9112/one-framing', not('both')),
];

export const noContentLength: Ruling = should('rfc9110/no-content-length-without-content', 'none');

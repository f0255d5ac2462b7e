import {
  isRedirect,
  isUnsafe,
  type MatrixMethod,
  matrixMethods,
  type MatrixStatus,
  otherStatuses,
  rewrittenRequest,
  sameRequest,
} from './method-calls.ts';
import { keepsMethod } from './keeps-method.ts';
import { may, must, not, should } from './ruling.ts';
import type { RulingOn } from '../vocabulary/check.ts';

interface Row {
  readonly statuses: readonly MatrixStatus[];
  readonly methods: readonly MatrixMethod[];
  readonly rulings: (method: MatrixMethod) => readonly RulingOn<'request'>[];
}

const kept = (method: MatrixMethod): readonly RulingOn<'request'>[] => [
  must('fetch/method-kept', sameRequest(method)),
  should('rfc9110/method-by-status', sameRequest(method)),
];

/** The answer to a 303 is retrieved with GET or with HEAD. */
export const retrieved = [rewrittenRequest, 'HEAD, no body'] as const;

const rewrittenBy303 = (requirement: 'rfc9110/303-is-retrieved' | 'rfc10008/303-becomes-get'): readonly RulingOn<'request'>[] => [
  must('fetch/303-becomes-get', rewrittenRequest),
  should(requirement, requirement === 'rfc9110/303-is-retrieved' ? retrieved : rewrittenRequest),
  must('adr-016/rule-3', rewrittenRequest),
];

const rows: readonly Row[] = [
  { statuses: [301, 302], methods: ['GET', 'DELETE', 'OPTIONS', 'PROPFIND'], rulings: kept },
  {
    statuses: [301, 302],
    methods: ['HEAD'],
    rulings: (method) => [...kept(method), must('adr-016/rule-2', sameRequest(method))],
  },
  {
    statuses: [301, 302],
    methods: ['PUT', 'PATCH'],
    rulings: (method) => [...kept(method), must('adr-016/rule-2', rewrittenRequest)],
  },
  {
    statuses: [301, 302],
    methods: ['QUERY'],
    rulings: (method) => [
      must('fetch/method-kept', sameRequest(method)),
      should('rfc10008/query-is-repeated', sameRequest(method)),
    ],
  },
  ...([301, 302] as const).map((status): Row => ({
    statuses: [status],
    methods: ['POST'],
    rulings: (method) => [
      must('fetch/post-becomes-get', rewrittenRequest),
      may(`rfc9110/${status}-post-may-become-get`, [rewrittenRequest, sameRequest(method)]),
      // Method and body are one thing: half a rewrite is neither of the two.
      should('rfc9110/request-resent', [sameRequest(method), 'GET, any body']),
      should('rfc9110/get-without-content', [rewrittenRequest, 'POST, any body']),
      must('adr-016/rule-2', rewrittenRequest),
    ],
  })),
  {
    statuses: [303],
    methods: ['GET'],
    rulings: () => [
      must('fetch/method-kept', rewrittenRequest),
      should('rfc9110/303-is-retrieved', rewrittenRequest),
      must('adr-016/rule-3', rewrittenRequest),
    ],
  },
  {
    statuses: [303],
    methods: ['HEAD'],
    rulings: (method) => [
      must('fetch/method-kept', sameRequest(method)),
      should('rfc9110/303-is-retrieved', retrieved),
      may(
        'adr-016/rule-3',
        [sameRequest(method), rewrittenRequest],
        'Taken literally, "Always convert to GET" turns HEAD into GET; RFC 9110 allows both, and Fetch keeps HEAD.',
      ),
    ],
  },
  {
    statuses: [303],
    methods: ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'],
    rulings: () => rewrittenBy303('rfc9110/303-is-retrieved'),
  },
  { statuses: [303], methods: ['QUERY'], rulings: () => rewrittenBy303('rfc10008/303-becomes-get') },
  ...(
    [
      [307, 'adr-016/rule-4'],
      [308, 'adr-016/rule-5'],
    ] as const
  ).map(([status, rule]): Row => ({
    statuses: [status],
    methods: matrixMethods,
    rulings: (method) => [
      must('fetch/method-kept', sameRequest(method)),
      keepsMethod(status, `${method}, any body`),
      should('rfc9110/request-resent', sameRequest(method)),
      must(rule, sameRequest(method)),
    ],
  })),
  {
    statuses: otherStatuses,
    methods: matrixMethods,
    rulings: (method) => [should('rfc9110/request-resent', sameRequest(method))],
  },
];

/** The rulings on the request at the target. Every pair of status and method is in exactly one row. */
export function requestRulings(status: MatrixStatus, method: MatrixMethod): readonly RulingOn<'request'>[] {
  const [row, ...more] = rows.filter((each) => each.statuses.includes(status) && each.methods.includes(method));
  if (!row || more.length > 0)
    throw new Error(`${status} with ${method} is in ${more.length + (row ? 1 : 0)} rows, but must be in one`);
  return row.rulings(method);
}

/** An unsafe method must be redirected with care, so a client may also return the redirect. */
export function careRulings(status: MatrixStatus, method: MatrixMethod): readonly RulingOn<'followed'>[] {
  if (!isRedirect(status) || !isUnsafe(method)) return [];
  const either = ['followed', `returned ${status}`] as const;
  return [
    may('rfc9110/unsafe-with-care', either),
    ...(method === 'PUT' ? [may('rfc9110/put-redirect-is-optional', either)] : []),
  ];
}

/** Whether Fetch turns this request into a GET without a body. */
export const isRewritten = (status: MatrixStatus, method: MatrixMethod): boolean =>
  status === 303 ? method !== 'GET' && method !== 'HEAD' : (status === 301 || status === 302) && method === 'POST';

const withTheBody = ['dropped with the body', 'kept with the body'] as const;

/** The fields that describe a body are kept or dropped together with it. */
export const contentHeaderRulings = (status: MatrixStatus, method: MatrixMethod): readonly RulingOn<'content-headers'>[] =>
  isRewritten(status, method)
    ? [must('fetch/body-headers-dropped', withTheBody), should('rfc9110/content-fields-dropped', withTheBody)]
    : [must('fetch/other-headers-kept', withTheBody), should('rfc9110/request-resent', withTheBody)];

/** How a request has to announce the length of its body, with and without one. */
export const framingRulings: readonly RulingOn<'framing'>[] = [
  must('rfc9112/request-body-is-framed', not('content-length, body missing')),
  must('rfc9112/one-framing', not('both')),
];

/** For a request that lost its body. */
export const noContentLength: RulingOn<'framing'> = should('rfc9110/no-content-length-without-content', 'none');

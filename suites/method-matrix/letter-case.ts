import { following } from '../rulings/following.ts';
import { hasBody, type MatrixMethod, rewrittenRequest } from '../rulings/method-calls.ts';
import { retrieved } from '../rulings/methods.ts';
import { may, must, should } from '../rulings/ruling.ts';
import { keepsMethod } from '../rulings/keeps-method.ts';
import type { RulingOn } from '../vocabulary/check.ts';
import type { Method } from '../vocabulary/method.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import type { RedirectStatus } from '../vocabulary/status.ts';
import { scenario } from '../builders/scenario.ts';

const target: Place = '{home}/target';

const anotherMethod =
  'Methods are case-sensitive in RFC 9110: in lower case it is an unknown method, unless the client normalizes it.';

interface Row {
  readonly status: RedirectStatus;
  readonly method: Exclude<Method, MatrixMethod>;
  readonly rulings: readonly RulingOn<'request'>[];
}

/** The request with the method as the caller wrote it, or in upper case. */
const either = (written: Row['method'], upper: MatrixMethod, body: 'same body' | 'no body') =>
  [`${upper}, ${body}`, `${written}, ${body}`] as const;

/** A method that stays: in Fetch as `kept`, in RFC 9110 as the client has sent it in its first request. */
function stays(
  status: RedirectStatus,
  method: Row['method'],
  upper: MatrixMethod,
  kept: 'converted' | 'not converted' = 'converted',
): Row {
  const body = hasBody(upper) ? 'same body' : 'no body';
  const [converted, written] = either(method, upper, body);
  return {
    status,
    method,
    rulings: [
      must('fetch/method-normalized', kept === 'converted' ? converted : written),
      status === 307 || status === 308
        ? keepsMethod(status, ...either(method, upper, 'same body'), ...either(method, upper, 'no body'))
        : may('rfc9110/methods-are-case-sensitive', [converted, written], anotherMethod),
    ],
  };
}

const retrievedAfter303 = (method: Row['method'], requirement: 'fetch/method-normalized' | 'fetch/303-becomes-get'): Row => ({
  status: 303,
  method,
  rulings: [
    must(requirement, rewrittenRequest),
    should('rfc9110/303-is-retrieved', retrieved),
    must('adr-016/rule-3', rewrittenRequest),
  ],
});

const rows: readonly Row[] = [
  ...(
    [
      [301, 'post'],
      [302, 'post'],
      [302, 'Post'],
    ] as const
  ).map(([status, method]): Row => ({
    status,
    method,
    rulings: [
      must('fetch/method-normalized', rewrittenRequest),
      may('rfc9110/methods-are-case-sensitive', [rewrittenRequest, ...either(method, 'POST', 'same body')], anotherMethod),
    ],
  })),
  stays(302, 'delete', 'DELETE'),
  stays(302, 'get', 'GET'),
  stays(301, 'Options', 'OPTIONS'),
  stays(307, 'post', 'POST'),
  stays(308, 'put', 'PUT'),
  stays(308, 'Delete', 'DELETE'),
  stays(307, 'patch', 'PATCH', 'not converted'),
  stays(302, 'patch', 'PATCH', 'not converted'),
  stays(308, 'Patch', 'PATCH', 'not converted'),
  stays(307, 'propfind', 'PROPFIND', 'not converted'),
  retrievedAfter303('put', 'fetch/method-normalized'),
  retrievedAfter303('patch', 'fetch/303-becomes-get'),
  {
    status: 303,
    method: 'head',
    rulings: [
      must('fetch/method-normalized', 'HEAD, no body'),
      should('rfc9110/303-is-retrieved', ['HEAD, no body', 'head, no body', rewrittenRequest]),
    ],
  },
];

const toScenario = ({ status, method, rulings }: Row): Scenario => {
  const letters = method === method.toLowerCase() ? 'lower' : 'mixed';
  return scenario({
    id: `method-matrix/${status}-${letters}-case-${method.toLowerCase()}`,
    title: `${method} in ${letters} case answered by ${status}`,
    routes: {
      '{home}/start': { status, location: target, body: 'moved' },
      [target]: { status: 200, body: 'arrived' },
    },
    call: { method, url: '{home}/start', ...(hasBody(method.toUpperCase() as MatrixMethod) && { body: 'name=Zoë' }) },
    covers: ['m-lowercase-method'],
    checks: [
      { fact: { kind: 'followed', to: target }, rulings: following[status] },
      { fact: { kind: 'request', at: target }, rulings },
    ],
  });
};

/** Callers may write methods in lower case; a client that compares them with `POST` does not recognize them. */
export const methodsByCase: readonly Scenario[] = rows.map(toScenario);

import { following } from '../rulings/following.ts';
import { rewrittenRequest } from '../rulings/method-calls.ts';
import { retrieved } from '../rulings/methods.ts';
import { may, must, should } from '../rulings/ruling.ts';
import { keepsMethod } from '../rulings/keeps-method.ts';
import type { RulingOn } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import type { RedirectStatus } from '../vocabulary/status.ts';
import { scenario } from '../builders/scenario.ts';

const target: Place = '{home}/target';

const anotherMethod =
  'Methods are case-sensitive in RFC 9110: in lower case it is an unknown method, unless the client normalizes it.';

interface Row {
  readonly status: RedirectStatus;
  readonly method: 'post' | 'put' | 'head' | 'delete';
  readonly rulings: readonly RulingOn<'request'>[];
}

const rows: readonly Row[] = [
  ...([301, 302] as const).map((status): Row => ({
    status,
    method: 'post',
    rulings: [
      must('fetch/method-normalized', rewrittenRequest),
      may('rfc9110/methods-are-case-sensitive', [rewrittenRequest, 'POST, same body', 'post, same body'], anotherMethod),
    ],
  })),
  {
    status: 302,
    method: 'delete',
    rulings: [
      must('fetch/method-normalized', 'DELETE, no body'),
      may('rfc9110/methods-are-case-sensitive', ['DELETE, no body', 'delete, no body'], anotherMethod),
    ],
  },
  {
    status: 303,
    method: 'put',
    rulings: [
      must('fetch/method-normalized', rewrittenRequest),
      should('rfc9110/303-is-retrieved', retrieved),
      must('adr-016/rule-3', rewrittenRequest),
    ],
  },
  {
    status: 303,
    method: 'head',
    rulings: [
      must('fetch/method-normalized', 'HEAD, no body'),
      should('rfc9110/303-is-retrieved', ['HEAD, no body', 'head, no body', rewrittenRequest]),
    ],
  },
  ...(
    [
      [307, 'post', 'POST'],
      [308, 'put', 'PUT'],
    ] as const
  ).map(([status, method, normalized]): Row => ({
    status,
    method,
    rulings: [
      must('fetch/method-normalized', `${normalized}, same body`),
      keepsMethod(status, `${normalized}, same body`, `${normalized}, no body`, `${method}, same body`, `${method}, no body`),
    ],
  })),
];

const toScenario = ({ status, method, rulings }: Row): Scenario =>
  scenario({
    id: `method-matrix/${status}-lower-case-${method}`,
    title: `${method} in lower case answered by ${status}`,
    routes: {
      '{home}/start': { status, location: target, body: 'moved' },
      [target]: { status: 200, body: 'arrived' },
    },
    call: { method, url: '{home}/start', ...((method === 'post' || method === 'put') && { body: 'name=Zoë' }) },
    covers: ['m-lowercase-method'],
    checks: [
      { fact: { kind: 'followed', to: target }, rulings: following[status] },
      { fact: { kind: 'request', at: target }, rulings },
    ],
  });

/** Callers may write methods in lower case; a client that compares them with `POST` does not recognize them. */
export const inLowerCase: readonly Scenario[] = rows.map(toScenario);

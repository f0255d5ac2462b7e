import { following } from '../following.ts';
import { may, must, should } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Ruling } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { rewritten } from './methods.ts';
import type { RedirectStatus } from '../vocabulary/status.ts';

const target: Place = '{home}/target';

const anotherMethod = 'RFC 9110 has methods in capitals only: post is an unknown method, unless the client corrects its caller.';

interface Row {
  readonly status: RedirectStatus;
  readonly method: 'post' | 'put' | 'head' | 'delete';
  readonly rulings: readonly Ruling[];
}

const inEitherCase = (method: string): readonly string[] =>
  [method, method.toLowerCase()].flatMap((each) => [`${each}, same body`, `${each}, no body`]);

const rows: readonly Row[] = [
  ...([301, 302] as const).map((status): Row => ({
    status,
    method: 'post',
    rulings: [
      must('fetch/method-normalized', rewritten),
      may('rfc9110/methods-are-case-sensitive', [rewritten, 'POST, same body', 'post, same body'], anotherMethod),
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
      must('fetch/method-normalized', rewritten),
      should('rfc9110/303-is-retrieved', rewritten),
      must('adr-016/rule-3', rewritten),
    ],
  },
  {
    status: 303,
    method: 'head',
    rulings: [
      must('fetch/method-normalized', 'HEAD, no body'),
      may('rfc9110/303-is-retrieved', ['HEAD, no body', 'head, no body', rewritten]),
    ],
  },
  ...([307, 308] as const).map((status): Row => ({
    status,
    method: status === 307 ? 'post' : 'put',
    rulings: [
      must('fetch/method-normalized', status === 307 ? 'POST, same body' : 'PUT, same body'),
      must(`rfc9110/${status}-keeps-method`, inEitherCase(status === 307 ? 'POST' : 'PUT')),
    ],
  })),
];

const hasBody = (method: Row['method']): boolean => method === 'post' || method === 'put';

/** Callers write methods in small letters, and rules that compare with POST then miss. */
export const inLowerCase: readonly Scenario[] = rows.map(({ status, method, rulings }) =>
  scenario({
    id: `method-matrix/${status}-lower-case-${method}`,
    title: `${method}, in small letters, answered by ${status}`,
    routes: {
      '{home}/start': { status, location: target, body: 'moved' },
      [target]: { status: 200, body: 'arrived' },
    },
    call: { method, url: '{home}/start', ...(hasBody(method) && { body: 'name=Zoë' }) },
    covers: ['m-lowercase-method'],
    checks: [
      { fact: { kind: 'followed', to: target }, rulings: following[status] },
      { fact: { kind: 'request', at: target }, rulings },
    ],
  }),
);

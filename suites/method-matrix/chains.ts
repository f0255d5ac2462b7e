import type { RowId } from '../coverage/behaviours/index.ts';
import { following } from '../following.ts';
import { may, must, should } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Ruling } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { rewritten, same, sameMethod, start, type Method } from './methods.ts';
import type { RedirectStatus } from '../vocabulary/status.ts';

const target: Place = '{home}/target';

interface Chain {
  readonly method: Method;
  readonly statuses: readonly [RedirectStatus, RedirectStatus];
  readonly title: string;
  readonly covers?: readonly RowId[];
  readonly rulings: readonly Ruling[];
}

const staysRewritten: readonly Ruling[] = [must('fetch/method-kept', rewritten), should('rfc9110/method-by-status', rewritten)];

const chains: readonly Chain[] = [
  {
    method: 'POST',
    statuses: [303, 307],
    title: 'POST that became GET by 303, then 307',
    covers: ['m-chain-303-then-307'],
    rulings: [...staysRewritten, must('rfc9110/307-keeps-method', sameMethod('GET')), must('adr-016/rule-4', rewritten)],
  },
  {
    method: 'PUT',
    statuses: [303, 308],
    title: 'PUT that became GET by 303, then 308',
    covers: ['m-chain-302-then-308-body'],
    rulings: [...staysRewritten, must('rfc9110/308-keeps-method', sameMethod('GET')), must('adr-016/rule-5', rewritten)],
  },
  {
    method: 'POST',
    statuses: [307, 301],
    title: 'POST kept by 307, then 301',
    rulings: [
      must('fetch/post-becomes-get', rewritten),
      may('rfc9110/301-post-may-become-get', [rewritten, same('POST')]),
      must('adr-016/rule-2', rewritten),
    ],
  },
  {
    method: 'POST',
    statuses: [307, 307],
    title: 'POST kept by 307, twice',
    covers: ['b-multi-hop-replay'],
    rulings: [
      must('fetch/method-kept', same('POST')),
      must('rfc9110/307-keeps-method', sameMethod('POST')),
      should('rfc9110/request-resent', same('POST')),
      must('adr-016/rule-4', same('POST')),
    ],
  },
];

/** Each redirect counts from the request before it, not from the first. */
export const chainsOfTwo: readonly Scenario[] = chains.map(({ method, statuses: [first, second], title, covers, rulings }) =>
  scenario({
    id: `method-matrix/${first}-then-${second}-${method.toLowerCase()}`,
    title,
    routes: {
      '{home}/start': { status: first, location: '{home}/middle', body: 'moved' },
      '{home}/middle': { status: second, location: target, body: 'moved on' },
      [target]: { status: 200, body: 'arrived' },
    },
    call: start(method),
    ...(covers && { covers }),
    checks: [
      { fact: { kind: 'followed', to: target }, rulings: following[second] },
      { fact: { kind: 'request', at: target }, rulings },
    ],
  }),
);

import type { RowId } from '../coverage/behaviours/index.ts';
import { following } from '../rulings/following.ts';
import { type MatrixMethod, requestWith, rewrittenRequest } from '../rulings/method-calls.ts';
import { requestRulings } from '../rulings/methods.ts';
import { must, should } from '../rulings/ruling.ts';
import { keepsMethod } from '../rulings/keeps-method.ts';
import type { RulingOn } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import type { RedirectStatus } from '../vocabulary/status.ts';
import { scenario } from '../builders/scenario.ts';

const target: Place = '{home}/target';

interface Row {
  readonly method: MatrixMethod;
  readonly statuses: readonly [RedirectStatus, RedirectStatus];
  readonly title: string;
  readonly covers?: readonly RowId[];
  readonly rulings: readonly RulingOn<'request'>[];
}

const staysRewritten: readonly RulingOn<'request'>[] = [
  must('fetch/method-kept', rewrittenRequest),
  should('rfc9110/method-by-status', rewrittenRequest),
];

/** Fetch turned the POST into a GET; RFC 9110 permits to keep it. The second redirect keeps what there is. */
const keptAsItWas = (rule: 'adr-016/rule-4' | 'adr-016/rule-5'): readonly RulingOn<'request'>[] => [
  must('fetch/method-kept', rewrittenRequest),
  should('rfc9110/request-resent', [rewrittenRequest, 'POST, same body']),
  must(rule, rewrittenRequest),
];

const rows: readonly Row[] = [
  {
    method: 'POST',
    statuses: [303, 307],
    title: 'POST turned into GET by 303, then 307',
    covers: ['m-chain-303-then-307'],
    rulings: [...staysRewritten, must('rfc9110/307-keeps-method', 'GET, any body'), must('adr-016/rule-4', rewrittenRequest)],
  },
  {
    method: 'PUT',
    statuses: [303, 308],
    title: 'PUT turned into GET by 303, then 308',
    covers: ['m-chain-302-then-308-body'],
    rulings: [...staysRewritten, keepsMethod(308, 'GET, any body'), must('adr-016/rule-5', rewrittenRequest)],
  },
  { method: 'POST', statuses: [307, 301], title: 'POST kept by 307, then 301', rulings: requestRulings(301, 'POST') },
  {
    method: 'POST',
    statuses: [301, 307],
    title: 'POST on a 301, then 307',
    rulings: keptAsItWas('adr-016/rule-4'),
  },
  {
    method: 'POST',
    statuses: [302, 308],
    title: 'POST on a 302, then 308',
    rulings: keptAsItWas('adr-016/rule-5'),
  },
  {
    method: 'POST',
    statuses: [307, 307],
    title: 'POST kept by 307, twice',
    covers: ['b-multi-hop-replay'],
    rulings: requestRulings(307, 'POST'),
  },
];

const toScenario = ({ method, statuses: [first, second], title, covers, rulings }: Row): Scenario =>
  scenario({
    id: `method-matrix/${first}-then-${second}-${method.toLowerCase()}`,
    title,
    routes: {
      '{home}/start': { status: first, location: '{home}/middle', body: 'moved' },
      '{home}/middle': { status: second, location: target, body: 'moved on' },
      [target]: { status: 200, body: 'arrived' },
    },
    call: requestWith(method),
    ...(covers && { covers }),
    checks: [
      { fact: { kind: 'followed', to: target }, rulings: following[second] },
      { fact: { kind: 'request', at: target }, rulings },
    ],
  });

/** Each redirect applies to the request before it, not to the first request. */
export const chainsOfTwo: readonly Scenario[] = rows.map(toScenario);

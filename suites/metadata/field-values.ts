import { answerFields, cookiesApart, fieldsHandedOver, listedFields } from '../builders/answer-fields.ts';
import { following } from '../rulings/following.ts';
import { may, must, should } from '../rulings/ruling.ts';
import type { Response } from '../vocabulary/answer.ts';
import type { Call } from '../vocabulary/call.ts';
import type { Check } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import type { RedirectStatus } from '../vocabulary/status.ts';
import { scenario } from '../builders/scenario.ts';

const start: Place = '{home}/start';

interface Row {
  readonly name: string;
  readonly title: string;
  readonly from?: Place;
  readonly call?: Partial<Call>;
  readonly status: RedirectStatus;
  readonly to: Place;
  readonly last: Pick<Response, 'status' | 'body'>;
}

const rows: readonly Row[] = [
  { name: 'same-origin', title: 'a 302', status: 302, to: '{home}/target', last: { status: 200, body: 'arrived' } },
  {
    name: 'other-host',
    title: 'a 301 to another host',
    status: 301,
    to: '{other}/target',
    last: { status: 200, body: 'arrived' },
  },
  { name: 'https', title: 'a 307 to https', status: 307, to: '{home-tls}/target', last: { status: 204 } },
  { name: 'not-found', title: 'a 302 to an error', status: 302, to: '{home}/target', last: { status: 404, body: 'not here' } },
  {
    name: 'over-http2',
    title: 'a 302 over HTTP/2',
    from: '{h2}/start',
    status: 302,
    to: '{h2}/target',
    last: { status: 200, body: 'arrived' },
    call: { http2: true },
  },
];

/** The caller gets every value of every field of the last answer. */
const ofTheLastAnswer: readonly Scenario[] = rows.map(({ name, title, from = start, status, to, last, call }) =>
  scenario({
    id: `metadata/field-values-${name}`,
    title: `Repeated, empty and unusual fields of the answer behind ${title}`,
    routes: { [from]: { status, location: to }, [to]: { ...last, headers: answerFields } },
    call: { method: 'GET', url: from, ...call },
    checks: [
      { fact: { kind: 'followed', to }, rulings: following[status] },
      ...fieldsHandedOver({ fact: { kind: 'followed', to }, oneOf: ['followed'] }),
    ],
  }),
);

const inHistory = (name: string, values: readonly string[]): Check => ({
  fact: { kind: 'history-header', name, at: start },
  rulings: [
    must('common/history-is-true', [...values, 'absent']),
    may('adr-016/rule-7', values),
    should('convention/history-has-fields', values),
  ],
});

/** A history that has fields has every value of them. */
const ofTheRedirect: Scenario = scenario({
  id: 'metadata/field-values-of-the-redirect',
  title: 'Repeated, empty and unusual fields of a 302: what the client reports',
  routes: {
    [start]: { status: 302, location: '/target', headers: answerFields },
    '{home}/target': { status: 200, body: 'arrived' },
  },
  call: { method: 'GET', url: start },
  covers: ['hm-history-order'],
  checks: [
    { fact: { kind: 'followed', to: '{home}/target' }, rulings: following[302] },
    inHistory('Set-Cookie', [cookiesApart]),
    ...listedFields.map(({ name, values }) => inHistory(name, values)),
  ],
});

/** Fields that repeat, are empty or have unusual values. */
export const fieldValues: readonly Scenario[] = [...ofTheLastAnswer, ofTheRedirect];

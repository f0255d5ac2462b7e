import type { RowId } from '../coverage/behaviours/index.ts';
import { type Payload, payloads } from '../builders/payloads.ts';
import { following, followingAlong } from '../rulings/following.ts';
import { requestRulings } from '../rulings/methods.ts';
import { may, must, should } from '../rulings/ruling.ts';
import type { RulingOn } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';
import { framingOfGet, uploadTarget } from './shared.ts';

type Status = 301 | 302 | 303;

const get = 'GET, no body';

const covers: Readonly<Record<Status, readonly RowId[]>> = {
  301: ['b-301-302-body-dropped', 'h-content-type-dropped'],
  302: ['b-301-302-body-dropped', 'h-content-type-dropped'],
  303: ['b-303-body-dropped', 'h-content-type-dropped'],
};

const toScenario = ({ name, title, type, body }: Payload, status: Status): Scenario =>
  scenario({
    id: `request-bodies/${status}-post-${name}`,
    title: `POST of ${title} answered by ${status}`,
    covers: covers[status],
    routes: {
      '{home}/start': { status, location: uploadTarget, body: 'moved' },
      [uploadTarget]: { status: 200, body: 'arrived' },
    },
    call: { method: 'POST', url: '{home}/start', headers: [['Content-Type', type]], body },
    checks: [
      { fact: { kind: 'followed', to: uploadTarget }, rulings: following[status] },
      { fact: { kind: 'request', at: uploadTarget }, rulings: requestRulings(status, 'POST') },
      framingOfGet,
      {
        fact: { kind: 'field', name: 'Content-Type', at: uploadTarget },
        given: { fact: { kind: 'request', at: uploadTarget }, oneOf: [get] },
        rulings: [must('fetch/body-headers-dropped', 'absent'), should('rfc9110/content-fields-dropped', 'absent')],
      },
    ],
  });

/** Bodies that are dropped, together with the fields that describe them. */
export const droppedBodies: readonly Scenario[] = ([301, 302, 303] as const).flatMap((status) =>
  payloads.filter(({ name }) => /json|form|multipart|large/.test(name)).map((payload) => toScenario(payload, status)),
);

const mayBecomeGet = (status: 301 | 302): readonly RulingOn<'request'>[] => [
  must('fetch/post-becomes-get', get),
  may(`rfc9110/${status}-post-may-become-get`, [get, 'POST, no body']),
  must('adr-016/rule-2', get),
];

const rulingsWithoutBody: Readonly<Record<Status, readonly RulingOn<'request'>[]>> = {
  301: mayBecomeGet(301),
  302: mayBecomeGet(302),
  303: requestRulings(303, 'POST'),
};

/** POST without a body becomes a GET without Content-Length. */
export const rewrittenWithoutBody: readonly Scenario[] = ([301, 302, 303] as const).map((status) =>
  scenario({
    id: `request-bodies/${status}-post-without-body`,
    title: `POST without a body answered by ${status}`,
    routes: { '{home}/start': { status, location: uploadTarget }, [uploadTarget]: { status: 200, body: 'arrived' } },
    call: { method: 'POST', url: '{home}/start' },
    checks: [
      { fact: { kind: 'followed', to: uploadTarget }, rulings: following[status] },
      { fact: { kind: 'request', at: uploadTarget }, rulings: rulingsWithoutBody[status] },
      framingOfGet,
    ],
  }),
);

/** DELETE, OPTIONS and PATCH with a body: a 303 turns every method into GET and drops every body. */
export const otherMethodsWithBody: readonly Scenario[] = (['DELETE', 'OPTIONS', 'PATCH'] as const).map((method) =>
  scenario({
    id: `request-bodies/303-${method.toLowerCase()}-with-body`,
    title: `${method} with a body answered by 303`,
    covers: ['b-303-body-dropped'],
    routes: {
      '{home}/start': { status: 303, location: uploadTarget, body: 'moved' },
      [uploadTarget]: { status: 200, body: 'arrived' },
    },
    call: { method, url: '{home}/start', headers: [['Content-Type', 'application/json']], body: '{"force":true}' },
    checks: [
      { fact: { kind: 'followed', to: uploadTarget }, rulings: following[303] },
      { fact: { kind: 'request', at: uploadTarget }, rulings: requestRulings(303, method) },
      framingOfGet,
      {
        fact: { kind: 'field', name: 'Content-Type', at: uploadTarget },
        given: { fact: { kind: 'request', at: uploadTarget }, oneOf: [get] },
        rulings: [must('fetch/body-headers-dropped', 'absent'), should('rfc9110/content-fields-dropped', 'absent')],
      },
    ],
  }),
);

const elsewhere: readonly (readonly [name: string, title: string, to: Place, from?: Place])[] = [
  ['host', 'to another host', '{other}/target'],
  ['port', 'to another port', '{home-8080}/target'],
  ['subdomain', 'to a subdomain', '{sub}/target'],
  ['scheme-up', 'from http to https', '{home-tls}/target'],
  ['scheme-down', 'from https to http', '{dual}/target', '{dual-tls}/start'],
];

/** POST that becomes GET on its way to another origin: nothing of the body goes along. */
export const rewrittenElsewhere: readonly Scenario[] = ([302, 303] as const).flatMap((status) =>
  elsewhere.map(([name, title, to, from = '{home}/start']) =>
    scenario({
      id: `request-bodies/${status}-post-to-another-${name}`,
      title: `POST on a ${status} ${title}`,
      covers: covers[status],
      routes: { [from]: { status, location: to }, [to]: { status: 200, body: 'arrived' } },
      call: { method: 'POST', url: from, headers: [['Content-Type', 'text/plain']], body: 'for your eyes only' },
      checks: [
        { fact: { kind: 'followed', to }, rulings: followingAlong([from, to], status) },
        { fact: { kind: 'request', at: to }, rulings: requestRulings(status, 'POST') },
        {
          fact: { kind: 'field', name: 'Content-Type', at: to },
          given: { fact: { kind: 'request', at: to }, oneOf: [get] },
          rulings: [must('fetch/body-headers-dropped', 'absent'), should('rfc9110/content-fields-dropped', 'absent')],
        },
      ],
    }),
  ),
);

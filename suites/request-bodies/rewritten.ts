import type { RowId } from '../coverage/behaviours/index.ts';
import { type Payload, payloads } from '../builders/payloads.ts';
import { following } from '../rulings/following.ts';
import { requestRulings } from '../rulings/methods.ts';
import { may, must, should } from '../rulings/ruling.ts';
import type { RulingOn } from '../vocabulary/check.ts';
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

const rulingsWithoutBody: Readonly<Record<302 | 303, readonly RulingOn<'request'>[]>> = {
  302: [
    must('fetch/post-becomes-get', get),
    may('rfc9110/302-post-may-become-get', [get, 'POST, no body']),
    must('adr-016/rule-2', get),
  ],
  303: requestRulings(303, 'POST'),
};

/** POST without a body becomes a GET without Content-Length. */
export const rewrittenWithoutBody: readonly Scenario[] = ([302, 303] as const).map((status) =>
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

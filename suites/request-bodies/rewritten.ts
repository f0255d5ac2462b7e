import { following } from '../following.ts';
import { may, must, should } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Ruling } from '../vocabulary/check.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { framingOfGet, payloads, target, type Payload } from './bodies.ts';

type Status = 301 | 302 | 303;

const get = 'GET, no body';
const eitherMethod = [get, 'POST, same body'];

export const rewrittenRulings: Readonly<Record<Status, readonly Ruling[]>> = {
  301: [must('fetch/post-becomes-get', get), may('rfc9110/301-post-may-become-get', eitherMethod), must('adr-016/rule-2', get)],
  302: [must('fetch/post-becomes-get', get), may('rfc9110/302-post-may-become-get', eitherMethod), must('adr-016/rule-2', get)],
  303: [must('fetch/303-becomes-get', get), should('rfc9110/303-is-retrieved', get), must('adr-016/rule-3', get)],
};

const covers: Readonly<Record<Status, readonly string[]>> = {
  301: ['b-301-302-body-dropped', 'h-content-type-dropped'],
  302: ['b-301-302-body-dropped', 'h-content-type-dropped'],
  303: ['b-303-body-dropped', 'h-content-type-dropped'],
};

const cell = (status: Status, { name, title, type, body }: Payload): Scenario =>
  scenario({
    id: `request-bodies/${status}-post-${name}`,
    title: `POST of ${title} answered by ${status}`,
    covers: covers[status],
    routes: {
      '{home}/start': { status, location: target, body: 'moved' },
      [target]: { status: 200, body: 'arrived' },
    },
    call: { method: 'POST', url: '{home}/start', headers: [['Content-Type', type]], body },
    checks: [
      { fact: { kind: 'followed', to: target }, rulings: following[status] },
      { fact: { kind: 'request', at: target }, rulings: rewrittenRulings[status] },
      framingOfGet,
      {
        fact: { kind: 'field', name: 'Content-Type', at: target },
        given: { fact: { kind: 'request', at: target }, oneOf: [get] },
        rulings: [must('fetch/body-headers-dropped', 'absent'), should('rfc9110/content-fields-dropped', 'absent')],
      },
    ],
  });

/** Bodies that go, with all that was said about them. */
export const rewritten: readonly Scenario[] = ([301, 302, 303] as const).flatMap((status) =>
  payloads.filter(({ name }) => /json|form|multipart|large/.test(name)).map((payload) => cell(status, payload)),
);

/** POST without a body becomes a GET that tells no length. */
export const rewrittenEmpty: readonly Scenario[] = ([302, 303] as const).map((status) =>
  scenario({
    id: `request-bodies/${status}-post-without-body`,
    title: `POST without a body answered by ${status}`,
    routes: { '{home}/start': { status, location: target }, [target]: { status: 200, body: 'arrived' } },
    call: { method: 'POST', url: '{home}/start' },
    checks: [
      { fact: { kind: 'followed', to: target }, rulings: following[status] },
      {
        fact: { kind: 'request', at: target },
        rulings: [
          must(status === 303 ? 'fetch/303-becomes-get' : 'fetch/post-becomes-get', get),
          status === 303
            ? should('rfc9110/303-is-retrieved', get)
            : may('rfc9110/302-post-may-become-get', [get, 'POST, no body']),
          must(status === 303 ? 'adr-016/rule-3' : 'adr-016/rule-2', get),
        ],
      },
      framingOfGet,
    ],
  }),
);

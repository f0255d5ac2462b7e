import { following } from '../following.ts';
import { must, should } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Ruling } from '../vocabulary/check.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { framingRulings, payloads, target, whateverBody, type Payload } from './bodies.ts';

interface Keeping {
  readonly status: 301 | 302 | 307 | 308;
  readonly method: 'POST' | 'PUT';
  readonly only?: readonly string[];
  readonly covers: readonly string[];
}

const keepings: readonly Keeping[] = [
  { status: 307, method: 'POST', covers: ['b-307-string-replay', 'h-content-type-kept-307'] },
  { status: 308, method: 'POST', covers: ['b-308-file-rewind', 'h-content-type-kept-307'] },
  { status: 301, method: 'PUT', only: ['text', 'multipart'], covers: ['b-301-302-file-nonpost'] },
  { status: 302, method: 'PUT', only: ['text', 'multipart'], covers: ['b-301-302-file-nonpost'] },
];

const resent = should('rfc9110/request-resent', 'POST, same body');

/** What the request at the target has to be. ADR-016 makes a PUT a GET on 301 and 302. */
const rulingsOn: Readonly<Record<Keeping['status'], readonly Ruling[]>> = {
  301: [
    must('fetch/method-kept', 'PUT, same body'),
    should('rfc9110/method-by-status', 'PUT, same body'),
    must('adr-016/rule-2', 'GET, no body'),
  ],
  302: [
    must('fetch/method-kept', 'PUT, same body'),
    should('rfc9110/method-by-status', 'PUT, same body'),
    must('adr-016/rule-2', 'GET, no body'),
  ],
  307: [
    must('fetch/body-resent', 'POST, same body'),
    must('rfc9110/307-keeps-method', whateverBody('POST')),
    resent,
    must('adr-016/rule-4', 'POST, same body'),
  ],
  308: [
    must('fetch/body-resent', 'POST, same body'),
    must('rfc9110/308-keeps-method', whateverBody('POST')),
    resent,
    must('adr-016/rule-5', 'POST, same body'),
  ],
};

const keptIn = ({ status, method, covers }: Keeping, payload: Payload): Scenario => {
  const same = { fact: { kind: 'request', at: target }, oneOf: [`${method}, same body`] } as const;
  return scenario({
    id: `request-bodies/${status}-${method.toLowerCase()}-${payload.name}`,
    title: `${method} of ${payload.title} answered by ${status}`,
    covers: [...covers, ...(status === 307 || status === 308 ? (payload.covers ?? []) : [])],
    routes: {
      '{home}/start': { status, location: target, body: 'moved' },
      [target]: { status: 200, body: 'arrived' },
    },
    call: { method, url: '{home}/start', headers: [['Content-Type', payload.type]], body: payload.body },
    checks: [
      { fact: { kind: 'followed', to: target }, rulings: following[status] },
      { fact: { kind: 'request', at: target }, rulings: rulingsOn[status] },
      { fact: { kind: 'framing', at: target }, rulings: framingRulings },
      {
        fact: { kind: 'field', name: 'Content-Type', at: target },
        given: same,
        rulings: [must('fetch/other-headers-kept', payload.type), should('rfc9110/request-resent', payload.type)],
      },
    ],
  });
};

/** Bodies that stay what they are. */
export const kept: readonly Scenario[] = keepings.flatMap((keeping) =>
  payloads.filter(({ name }) => keeping.only?.includes(name) ?? true).map((payload) => keptIn(keeping, payload)),
);

const empty = (status: 307 | 308, method: 'POST' | 'PUT' | 'DELETE'): Scenario => {
  const length = method === 'DELETE' ? 'none' : 'content-length: 0';
  return scenario({
    id: `request-bodies/${status}-${method.toLowerCase()}-without-body`,
    title: `${method} without a body answered by ${status}`,
    covers: ['b-307-empty-body'],
    routes: { '{home}/start': { status, location: target }, [target]: { status: 200, body: 'arrived' } },
    call: { method, url: '{home}/start' },
    checks: [
      { fact: { kind: 'followed', to: target }, rulings: following[status] },
      {
        fact: { kind: 'request', at: target },
        rulings: [
          must('fetch/method-kept', `${method}, no body`),
          must(`rfc9110/${status}-keeps-method`, whateverBody(method)),
          must(status === 307 ? 'adr-016/rule-4' : 'adr-016/rule-5', `${method}, no body`),
        ],
      },
      {
        fact: { kind: 'framing', at: target },
        given: { fact: { kind: 'request', at: target }, oneOf: [`${method}, no body`] },
        rulings: [
          must('fetch/content-length-zero', length),
          method === 'DELETE'
            ? should('rfc9110/no-content-length-without-content', length)
            : should('rfc9110/content-length-of-empty-post', length),
        ],
      },
    ],
  });
};

/** No body is to be kept, and its length told where the method promises one. */
export const keptEmpty: readonly Scenario[] = ([307, 308] as const).flatMap((status) =>
  (['POST', 'PUT', 'DELETE'] as const).map((method) => empty(status, method)),
);

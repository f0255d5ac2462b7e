import type { RowId } from '../coverage/behaviours/index.ts';
import { type Payload, payloads } from '../builders/payloads.ts';
import { resentRulings } from '../rulings/bodies.ts';
import { following } from '../rulings/following.ts';
import { requestRulings } from '../rulings/methods.ts';
import { must, should } from '../rulings/ruling.ts';
import { keepsMethod } from '../rulings/keeps-method.ts';
import type { RulingOn } from '../vocabulary/check.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';
import { framingOfUpload, uploadTarget } from './shared.ts';

/** A status and a method that keep the body. */
interface Keeping {
  readonly status: 301 | 302 | 307 | 308;
  readonly method: 'POST' | 'PUT';
  /** The payloads to send. Default: all. */
  readonly only?: readonly string[];
  readonly covers: readonly RowId[];
}

const keepings: readonly Keeping[] = [
  { status: 307, method: 'POST', covers: ['b-307-string-replay', 'h-content-type-kept-307'] },
  { status: 308, method: 'POST', covers: ['b-308-file-rewind', 'h-content-type-kept-307'] },
  { status: 301, method: 'PUT', only: ['text', 'multipart', 'octets'], covers: ['b-301-302-file-nonpost'] },
  { status: 302, method: 'PUT', only: ['text', 'multipart', 'octets'], covers: ['b-301-302-file-nonpost'] },
];

const toScenario = ({ status, method, covers }: Keeping, payload: Payload): Scenario => {
  const isAlwaysKept = status === 307 || status === 308;
  return scenario({
    id: `request-bodies/${status}-${method.toLowerCase()}-${payload.name}`,
    title: `${method} of ${payload.title} answered by ${status}`,
    covers: [...covers, ...(isAlwaysKept ? (payload.covers ?? []) : [])],
    routes: {
      '{home}/start': { status, location: uploadTarget, body: 'moved' },
      [uploadTarget]: { status: 200, body: 'arrived' },
    },
    call: { method, url: '{home}/start', headers: [['Content-Type', payload.type]], body: payload.body },
    checks: [
      { fact: { kind: 'followed', to: uploadTarget }, rulings: following[status] },
      {
        fact: { kind: 'request', at: uploadTarget },
        rulings: isAlwaysKept ? resentRulings(status) : requestRulings(status, method),
      },
      framingOfUpload,
      {
        fact: { kind: 'field', name: 'Content-Type', at: uploadTarget },
        given: { fact: { kind: 'request', at: uploadTarget }, oneOf: [`${method}, same body`] },
        rulings: [must('fetch/other-headers-kept', payload.type), should('rfc9110/request-resent', payload.type)],
      },
    ],
  });
};

/** Bodies that are sent again unchanged. */
export const keptBodies: readonly Scenario[] = keepings.flatMap((keeping) =>
  payloads.filter(({ name }) => keeping.only?.includes(name) ?? true).map((payload) => toScenario(keeping, payload)),
);

/** The request with a body, and a method that usually has none: the body is part of the request that is resent. */
const unusualRulings = (status: Keeping['status'], method: 'DELETE' | 'OPTIONS'): readonly RulingOn<'request'>[] => {
  const whole = `${method}, same body` as const;
  return [
    must('fetch/body-resent', whole),
    ...(status === 307 || status === 308
      ? [keepsMethod(status, `${method}, any body`)]
      : [should('rfc9110/method-by-status', `${method}, any body`)]),
    should('rfc9110/request-resent', whole),
    ...(status === 307 || status === 308 ? [must(status === 307 ? 'adr-016/rule-4' : 'adr-016/rule-5', whole)] : []),
  ];
};

/** DELETE and OPTIONS with a body. */
export const keptWithUnusualMethods: readonly Scenario[] = ([301, 302, 307, 308] as const).flatMap((status) =>
  (['DELETE', 'OPTIONS'] as const).map((method) =>
    scenario({
      id: `request-bodies/${status}-${method.toLowerCase()}-with-body`,
      title: `${method} with a body answered by ${status}`,
      routes: { '{home}/start': { status, location: uploadTarget }, [uploadTarget]: { status: 200, body: 'arrived' } },
      call: { method, url: '{home}/start', headers: [['Content-Type', 'application/json']], body: '{"force":true}' },
      checks: [
        { fact: { kind: 'followed', to: uploadTarget }, rulings: following[status] },
        { fact: { kind: 'request', at: uploadTarget }, rulings: unusualRulings(status, method) },
        framingOfUpload,
      ],
    }),
  ),
);

const withoutBody = (status: 307 | 308, method: 'POST' | 'PUT' | 'DELETE'): Scenario => {
  const length = method === 'DELETE' ? 'none' : 'content-length: 0';
  return scenario({
    id: `request-bodies/${status}-${method.toLowerCase()}-without-body`,
    title: `${method} without a body answered by ${status}`,
    covers: ['b-307-empty-body'],
    routes: { '{home}/start': { status, location: uploadTarget }, [uploadTarget]: { status: 200, body: 'arrived' } },
    call: { method, url: '{home}/start' },
    checks: [
      { fact: { kind: 'followed', to: uploadTarget }, rulings: following[status] },
      {
        fact: { kind: 'request', at: uploadTarget },
        rulings: [
          must('fetch/method-kept', `${method}, no body`),
          keepsMethod(status, `${method}, any body`),
          must(status === 307 ? 'adr-016/rule-4' : 'adr-016/rule-5', `${method}, no body`),
        ],
      },
      {
        fact: { kind: 'framing', at: uploadTarget },
        given: { fact: { kind: 'request', at: uploadTarget }, oneOf: [`${method}, no body`] },
        rulings: [
          must('fetch/content-length-zero', length),
          should(
            method === 'DELETE' ? 'rfc9110/no-content-length-without-content' : 'rfc9110/content-length-of-empty-post',
            length,
          ),
        ],
      },
    ],
  });
};

/** Requests without a body: Content-Length is 0 where the method expects a body, and absent otherwise. */
export const keptWithoutBody: readonly Scenario[] = ([307, 308] as const).flatMap((status) =>
  (['POST', 'PUT', 'DELETE'] as const).map((method) => withoutBody(status, method)),
);

import type { RowId } from '../coverage/behaviours/index.ts';
import { following } from '../following.ts';
import { isRewritten, requestRulings } from '../method-matrix/rules.ts';
import { may, must, should } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Ruling } from '../vocabulary/check.ts';
import type { HeaderFields, Repeated, Scenario } from '../vocabulary/scenario.ts';
import { target } from './bodies.ts';
import { followsOrRefuses } from './framing-fields.ts';
import { redirectStatuses, type RedirectStatus } from '../vocabulary/status.ts';

interface Kind {
  readonly name: string;
  readonly title: string;
  readonly body: string | Repeated;
  readonly headers?: HeaderFields;
  /** Fields of the early answer. */
  readonly answer?: HeaderFields;
  readonly covers: readonly RowId[];
  /** What becomes of the body at the server that does not want it. */
  readonly atStart?: (method: string) => readonly Ruling[];
}

const long: Repeated = { repeat: 'sixteen letters ', times: 2048 };

const partial: readonly RowId[] = ['b-redirect-after-partial-upload'];

const kinds: readonly Kind[] = [
  {
    name: 'expect',
    title: 'that waits for a 100, which never comes,',
    body: 'a body that is sent to one endpoint only',
    headers: [['Expect', '100-continue']],
    covers: ['s3-307-expect-continue'],
    atStart: (method) => [
      may('rfc9110/may-send-without-100', [`${method}, body cut short`, `${method}, same body`]),
      should('convention/s3-waits-for-100', `${method}, body cut short`),
    ],
  },
  {
    name: 'large',
    title: 'of 32 kB',
    body: long,
    covers: partial,
    atStart: (method) => [should('rfc9110/sending-goes-on', `${method}, same body`)],
  },
  {
    name: 'closing',
    title: 'of 32 kB to a server that closes',
    body: long,
    answer: [['Connection', 'close']],
    covers: [...partial, 'b-early-redirect-stale-write-error'],
  },
];

const early = (
  { name, title, body, headers, answer = [], covers, atStart }: Kind,
  status: RedirectStatus,
  method: 'POST' | 'PUT',
): Scenario => {
  const get = { fact: { kind: 'request', at: target }, oneOf: ['GET, no body'] } as const;
  return scenario({
    id: `request-bodies/early-${name}-${status}-${method.toLowerCase()}`,
    title: `${method} ${title} answered by ${status} before its body has come`,
    covers,
    routes: {
      '{home}/start': { status, location: target, headers: answer, sent: 'before the body' },
      [target]: { status: 200, body: 'arrived' },
    },
    call: { method, url: '{home}/start', body, ...(headers && { headers }) },
    checks: [
      { fact: { kind: 'followed', to: target }, rulings: headers ? followsOrRefuses(status) : following[status] },
      { fact: { kind: 'request', at: target }, rulings: requestRulings(status, method) },
      ...(atStart ? [{ fact: { kind: 'request', at: '{home}/start' }, rulings: atStart(method) } as const] : []),
      ...(headers && isRewritten(status, method)
        ? [
            {
              fact: { kind: 'field', name: 'Expect', at: target },
              given: get,
              rulings: [must('rfc9110/no-expect-without-content', 'absent')],
            } as const,
          ]
        : []),
    ],
  });
};

/** The redirect comes while the client is still sending, or waiting to send. */
export const earlyAnswers: readonly Scenario[] = kinds.flatMap((kind) =>
  redirectStatuses.flatMap((status) => (['POST', 'PUT'] as const).map((method) => early(kind, status, method))),
);

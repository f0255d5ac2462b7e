import type { RowId } from '../coverage/behaviours/index.ts';
import { following } from '../rulings/following.ts';
import { isRewritten, requestRulings } from '../rulings/methods.ts';
import { may, must, not, should } from '../rulings/ruling.ts';
import type { Repeated } from '../vocabulary/answer.ts';
import type { Check, RulingOn } from '../vocabulary/check.ts';
import type { HeaderFields } from '../vocabulary/header-fields.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { type RedirectStatus, redirectStatuses } from '../vocabulary/status.ts';
import { scenario } from '../builders/scenario.ts';
import { uploadTarget } from './shared.ts';

type Method = 'POST' | 'PUT';

interface Upload {
  readonly name: string;
  readonly title: string;
  readonly body: string | Repeated;
  /** Fields of the request. */
  readonly headers?: HeaderFields;
  /** Fields of the early answer. */
  readonly answer?: HeaderFields;
  readonly covers: readonly RowId[];
  /** What the server that redirects has to receive. */
  readonly atStart?: (method: Method) => readonly RulingOn<'request'>[];
}

const long: Repeated = { repeat: 'sixteen letters ', times: 2048 };

/**
 * In Fetch callers cannot set Expect, so a client may refuse to send it at all. Once it was sent, no byte of the body is
 * under way before the 100: the redirect is no reason for an error of the connection.
 */
const followsOrRefusesExpect = (status: RedirectStatus): readonly RulingOn<'followed'>[] => [
  must('fetch/follows-by-default', not(`returned ${status}`, 'error: connection')),
  may('rfc9110/may-follow', ['followed', `returned ${status}`]),
  must('adr-016/rule-1', not(`returned ${status}`, 'error: connection')),
];

const partial: readonly RowId[] = ['b-redirect-after-partial-upload'];

const uploads: readonly Upload[] = [
  {
    name: 'expect',
    title: 'that waits for a 100, which is not sent,',
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
    title: 'of 32 kB to a server that closes the connection,',
    body: long,
    answer: [['Connection', 'close']],
    covers: [...partial, 'b-early-redirect-stale-write-error'],
  },
];

const expectDropped: Check = {
  fact: { kind: 'field', name: 'Expect', at: uploadTarget },
  given: { fact: { kind: 'request', at: uploadTarget }, oneOf: ['GET, no body'] },
  rulings: [must('rfc9110/no-expect-without-content', 'absent')],
};

const toScenario = (
  { name, title, body, headers, answer = [], covers, atStart }: Upload,
  status: RedirectStatus,
  method: Method,
): Scenario => {
  const received: readonly Check[] = atStart ? [{ fact: { kind: 'request', at: '{home}/start' }, rulings: atStart(method) }] : [];
  return scenario({
    id: `request-bodies/early-${name}-${status}-${method.toLowerCase()}`,
    title: `${method} ${title} answered by ${status} before its body has arrived`,
    covers,
    routes: {
      '{home}/start': { status, location: uploadTarget, headers: answer, sent: 'before the body' },
      [uploadTarget]: { status: 200, body: 'arrived' },
    },
    call: { method, url: '{home}/start', body, ...(headers && { headers }) },
    checks: [
      { fact: { kind: 'followed', to: uploadTarget }, rulings: headers ? followsOrRefusesExpect(status) : following[status] },
      { fact: { kind: 'request', at: uploadTarget }, rulings: requestRulings(status, method) },
      ...received,
      ...(headers && isRewritten(status, method) ? [expectDropped] : []),
    ],
  });
};

/** The redirect arrives while the client is still sending its body, or waiting to send it. */
export const earlyAnswers: readonly Scenario[] = uploads.flatMap((upload) =>
  redirectStatuses.flatMap((status) => (['POST', 'PUT'] as const).map((method) => toScenario(upload, status, method))),
);

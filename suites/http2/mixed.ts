import { keptElsewhere } from '../rulings/bodies.ts';
import { followingAlong } from '../rulings/following.ts';
import { requestRulings } from '../rulings/methods.ts';
import { may, must } from '../rulings/ruling.ts';
import type { Template } from '../vocabulary/answer.ts';
import type { RulingOn } from '../vocabulary/check.ts';
import type { HeaderFields } from '../vocabulary/header-fields.ts';
import { originOf, type Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';

interface Change {
  readonly name: string;
  readonly title: string;
  readonly from: Place;
  readonly to: Place;
  readonly host: Template;
  readonly port: 80 | 443;
}

const changes: readonly Change[] = [
  {
    name: 'to-http1',
    title: 'from HTTP/2 to a host that supports HTTP/1.1 only',
    from: '{h2}/start',
    to: '{other-tls}/target',
    host: '{other.host}',
    port: 443,
  },
  {
    name: 'from-http1',
    title: 'from a host that supports HTTP/1.1 only to HTTP/2',
    from: '{other-tls}/start',
    to: '{h2}/target',
    host: '{h2.host}',
    port: 443,
  },
  {
    name: 'down-to-http',
    title: 'from HTTP/2 to http',
    from: '{h2}/start',
    to: '{home}/target',
    host: '{home.host}',
    port: 80,
  },
  { name: 'up-from-http', title: 'from http to HTTP/2', from: '{home}/start', to: '{h2}/target', host: '{h2.host}', port: 443 },
];

const calls = [
  { status: 302, method: 'GET', body: undefined },
  { status: 307, method: 'POST', body: 'name=Zoë' },
] as const;

/** The default port may be written explicitly (RFC 9110 section 4.2.3). */
const hostRulings = ({ to, host, port }: Change): readonly RulingOn<'field'>[] => {
  const statement = originOf(to) === 'h2' ? 'rfc9113/authority-is-the-target' : 'rfc9112/host-is-the-authority';
  return [must(statement, [host, `${host}:${port}`])];
};

const toScenario = (change: Change, { status, method, body }: (typeof calls)[number]): Scenario => {
  const { name, title, from, to } = change;
  return scenario({
    id: `http2/${name}-${status}-${method.toLowerCase()}`,
    title: `${method} answered by ${status}, ${title}`,
    covers: ['h2-downgrade-on-redirect'],
    routes: { [from]: { status, location: to, body: 'moved' }, [to]: { status: 200, body: 'arrived' } },
    call: { method, url: from, http2: true, ...(body && { body }) },
    checks: [
      { fact: { kind: 'followed', to }, rulings: followingAlong([from, to], status) },
      { fact: { kind: 'request', at: to }, rulings: status === 307 ? keptElsewhere(status) : requestRulings(status, method) },
      { fact: { kind: 'field', name: 'Host', at: to }, rulings: hostRulings(change) },
      { fact: { kind: 'protocol', at: from }, rulings: [] },
      { fact: { kind: 'protocol', at: to }, rulings: [] },
    ],
  });
};

/** Each hop uses the version of HTTP that its origin supports. */
const chains: readonly Scenario[] = changes.flatMap((change) => calls.map((call) => toScenario(change, call)));

const notForCallers = 'Fetch does not let callers set this field, so it has no rule for it.';

const fields: readonly { readonly name: string; readonly title: string; readonly headers: HeaderFields }[] = [
  { name: 'connection', title: 'Connection', headers: [['Connection', 'keep-alive']] },
  {
    name: 'keep-alive',
    title: 'Keep-Alive',
    headers: [
      ['Connection', 'keep-alive'],
      ['Keep-Alive', 'timeout=5'],
    ],
  },
];

/**
 * If a client forwards such a field, its own HTTP/2 implementation or the server rejects the request. This looks the same as
 * a client that refuses to send such a message, so either result passes.
 */
const connectionFields: readonly Scenario[] = fields.map(({ name, title, headers }) =>
  scenario({
    id: `http2/${name}-from-http1`,
    title: `A ${title} field of the caller on a 302 from http to HTTP/2`,
    routes: { '{home}/start': { status: 302, location: '{h2}/target' }, '{h2}/target': { status: 200, body: 'arrived' } },
    call: { method: 'GET', url: '{home}/start', headers, http2: true },
    checks: [
      {
        fact: { kind: 'followed', to: '{h2}/target' },
        given: { fact: { kind: 'requests', at: '{home}/start' }, oneOf: ['1'] },
        rulings: [
          may('rfc9113/no-connection-fields', ['followed', 'returned 302', 'any error']),
          must('fetch/follows-by-default', 'followed', notForCallers),
          must('adr-016/rule-1', 'followed'),
        ],
      },
    ],
  }),
);

/** Redirects between HTTP/1.1 and HTTP/2. */
export const mixedVersions: readonly Scenario[] = [...chains, ...connectionFields];

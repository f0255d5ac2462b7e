import { canaryRulings } from '../rulings/canaries.ts';
import { followingAlong } from '../rulings/following.ts';
import { may, must, not } from '../rulings/ruling.ts';
import type { Response, Template } from '../vocabulary/answer.ts';
import type { Call } from '../vocabulary/call.ts';
import type { Check } from '../vocabulary/check.ts';
import type { HeaderFields } from '../vocabulary/header-fields.ts';
import type { PathPlace, Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { redirectStatuses } from '../vocabulary/status.ts';
import { scenario } from '../builders/scenario.ts';
import { namedSecrets, namedSecretsAt } from './secrets.ts';

const start: Place = '{home}/start';

const listen: Call = { method: 'GET', url: start, through: 'event-source' };

const stream: Response = { status: 200, headers: [['Content-Type', 'text/event-stream']], body: 'data: arrived\n\n' };

const anyOrigin: HeaderFields = [['Access-Control-Allow-Origin', '*']];

const arrivesAt = (to: Place, origin: string): readonly Check[] => [
  { fact: { kind: 'followed', to }, rulings: [must('html/event-source-fetches', 'followed')] },
  { fact: { kind: 'final-url' }, rulings: [must('html/event-source-url', start)] },
  { fact: { kind: 'response-header', name: 'Message-Origin' }, rulings: [must('html/message-origin', origin)] },
];

const byStatus = redirectStatuses.map((status) =>
  scenario({
    id: `other-apis/event-source-${status}`,
    title: `An EventSource answered by ${status}`,
    covers: ['rm-eventsource-follow', 'hm-eventsource-url'],
    routes: { [start]: { status, location: '{home}/target' }, '{home}/target': stream },
    call: listen,
    checks: arrivesAt('{home}/target', '{home}'),
  }),
);

/** The stream ends before the first message, and names an event. */
const endsEarly: Response = { ...stream, body: 'retry: 1\nid: seven\n\n' };

const eitherUrl =
  'The HTML Standard fetches the same request again. It does not say whether that starts at the URL of the event source or at the target of the redirect.';

const reconnections = [
  { name: 'same-origin', title: 'within one origin', to: '{home}/target', location: 'target' },
  { name: 'to-another-host', title: 'to another host', to: '{other}/target', location: '{other}/target' },
] as const satisfies readonly { name: string; title: string; to: PathPlace; location: Template }[];

/** An event source opens its stream again after a redirect. */
const reconnecting = reconnections.map(({ name, title, to, location }) =>
  scenario({
    id: `other-apis/event-source-reconnects-${name}`,
    title: `An EventSource that was redirected ${title} and whose stream ends before its first message`,
    routes: {
      [start]: { status: 302, headers: [['Location', location], ...anyOrigin] },
      [to]: [
        {
          when: { header: { name: 'Last-Event-ID', includes: 'seven' } },
          answer: { ...stream, headers: [...(stream.headers ?? []), ...anyOrigin] },
        },
        { answer: { ...endsEarly, headers: [...(endsEarly.headers ?? []), ...anyOrigin] } },
      ],
    },
    call: listen,
    checks: [
      { fact: { kind: 'followed', to }, rulings: [must('html/event-source-fetches', 'followed')] },
      {
        fact: { kind: 'outcome' },
        given: { fact: { kind: 'followed', to }, oneOf: ['followed'] },
        rulings: [must('html/event-source-reconnects', 'returned 200')],
      },
      { fact: { kind: 'requests', at: start }, rulings: [may('html/event-source-reconnects', ['1', '2'], eitherUrl)] },
    ],
  }),
);

interface Move {
  readonly name: string;
  readonly title: string;
  readonly from: PathPlace;
  readonly to: PathPlace;
  readonly status?: 307;
}

const moves: readonly Move[] = [
  { name: 'host', title: 'to another host', from: '{home}/start', to: '{other}/target' },
  { name: 'host-307', title: 'to another host by 307', from: '{home}/start', to: '{other}/target', status: 307 },
  { name: 'port', title: 'to another port', from: '{home}/start', to: '{home-8080}/target' },
  { name: 'subdomain', title: 'to a subdomain', from: '{home}/start', to: '{sub}/target' },
  { name: 'parent-domain', title: 'to the parent domain', from: '{sub}/start', to: '{home}/target' },
  { name: 'scheme-up', title: 'from http to https on one port', from: '{dual}/start', to: '{dual-tls}/target' },
  { name: 'scheme-down', title: 'from https to http on one port', from: '{dual-tls}/start', to: '{dual}/target' },
];

/** The HTML Standard has no such option. A client that has it treats its fields like those of any other request. */
const withFields = moves.map(({ name, title, from, to, status = 302 as const }) =>
  scenario({
    id: `other-apis/event-source-with-fields-to-${name}`,
    title: `An EventSource with credentials in fields, redirected ${title}`,
    covers: ['a-cross-host-stripped'],
    routes: {
      [from]: { status, location: to, headers: anyOrigin },
      [to]: { ...stream, headers: [...(stream.headers ?? []), ...anyOrigin] },
    },
    call: { ...listen, url: from, headers: namedSecrets },
    checks: [{ fact: { kind: 'followed', to }, rulings: followingAlong([from, to], status) }, ...namedSecretsAt(from, to)],
  }),
);

/** Redirects of an EventSource. */
export const eventSources: readonly Scenario[] = [
  ...byStatus,
  scenario({
    id: 'other-apis/event-source-to-another-host',
    title: 'An EventSource redirected to another host',
    covers: ['org-eventsource', 'hm-eventsource-url'],
    routes: {
      [start]: { status: 302, location: '{other}/target', headers: [['Access-Control-Allow-Origin', '*']] },
      '{other}/target': { ...stream, headers: [...(stream.headers ?? []), ['Access-Control-Allow-Origin', '*']] },
    },
    call: listen,
    checks: arrivesAt('{other}/target', '{other}'),
  }),
  ...withFields,
  ...reconnecting,
  scenario({
    id: 'other-apis/event-source-relative',
    title: 'An EventSource redirected to a relative path',
    covers: ['hm-eventsource-url'],
    routes: { '{home}/a/b/start': { status: 302, headers: [['Location', '../target']] }, '{home}/a/target': stream },
    call: { ...listen, url: '{home}/a/b/start' },
    checks: [
      { fact: { kind: 'followed', to: '{home}/a/target' }, rulings: [must('html/event-source-fetches', 'followed')] },
      { fact: { kind: 'final-url' }, rulings: [must('html/event-source-url', '{home}/a/b/start')] },
    ],
  }),
  scenario({
    id: 'other-apis/event-source-down',
    title: 'An EventSource redirected from https to http',
    routes: { '{home-tls}/start': { status: 302, location: '{home}/target' }, '{home}/target': stream },
    call: { ...listen, url: '{home-tls}/start' },
    checks: [
      {
        fact: { kind: 'followed', to: '{home}/target' },
        rulings: [
          must('html/event-source-fetches', 'followed'),
          must('strict/no-downgrade', ['returned 302', 'error: redirect-refused']),
        ],
      },
    ],
  }),
  scenario({
    id: 'other-apis/event-source-with-userinfo',
    title: 'An EventSource whose URL has user name and password, redirected to another host',
    routes: {
      [start]: { status: 302, headers: [['Location', '{other}/target'], ...anyOrigin] },
      '{other}/target': { ...stream, headers: [...(stream.headers ?? []), ...anyOrigin] },
    },
    call: { ...listen, userinfo: 'ada:{secret:authorization}' },
    checks: [
      { fact: { kind: 'followed', to: '{other}/target' }, rulings: [must('html/event-source-fetches', 'followed')] },
      { fact: { kind: 'canary', secret: 'authorization', at: 'other' }, rulings: canaryRulings('authorization', 'other host') },
    ],
  }),
  scenario({
    id: 'other-apis/event-source-to-websocket',
    title: 'An EventSource redirected to a ws: URL',
    covers: ['ls-websocket'],
    routes: { [start]: { status: 302, headers: [['Location', 'ws://{other.host}/target']] }, '{other}/target': stream },
    call: listen,
    checks: [
      {
        fact: { kind: 'next', after: start },
        rulings: [must('fetch/http-targets-only', 'any error but blocked-address')],
      },
    ],
  }),
  scenario({
    id: 'other-apis/event-source-without-location',
    title: 'An EventSource answered by a 302 without Location',
    covers: ['nl-eventsource'],
    routes: { [start]: { status: 302 } },
    call: listen,
    checks: [
      {
        fact: { kind: 'outcome' },
        rulings: [must('html/event-source-fails', not('returned 200', 'returned 302', 'error: connection'))],
      },
      { fact: { kind: 'requests' }, rulings: [must('html/event-source-fails', '1')] },
    ],
  }),
  scenario({
    id: 'other-apis/event-source-204',
    title: 'An EventSource redirected to a 204, which makes it stop',
    covers: ['e-eventsource-204'],
    routes: { [start]: { status: 302, location: '{home}/target' }, '{home}/target': { status: 204 } },
    call: listen,
    checks: [
      { fact: { kind: 'followed', to: '{home}/target' }, rulings: [must('html/event-source-fetches', 'followed')] },
      {
        fact: { kind: 'outcome' },
        given: { fact: { kind: 'followed', to: '{home}/target' }, oneOf: ['followed'] },
        rulings: [must('html/event-source-fails', not('returned 200', 'returned 204', 'error: connection'))],
      },
    ],
  }),
];

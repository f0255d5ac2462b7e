import { canaryRulings } from '../rulings/canaries.ts';
import { may, must, not } from '../rulings/ruling.ts';
import type { Response, Template } from '../vocabulary/answer.ts';
import { originOf, type PathPlace, relation } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';
import { namedSecrets, namedSecretsAt } from './secrets.ts';

const mayFollow = 'The WebSockets Standard uses redirect mode error. RFC 6455 section 4.1 lets a client follow the redirect.';

const byStatus = ([301, 302, 307] as const).map((status) =>
  scenario({
    id: `other-apis/websocket-${status}`,
    title: `The opening handshake of a WebSocket answered by ${status}`,
    covers: ['rm-websocket-handshake'],
    routes: { '{home}/start': { status, location: '{home}/target' }, '{home}/target': { status: 200, body: 'not to be asked' } },
    call: { method: 'GET', url: '{home}/start', through: 'websocket' },
    checks: [
      {
        fact: { kind: 'followed', to: '{home}/target' },
        rulings: [
          must('websockets/handshake-refuses-redirects', not('followed', `returned ${status}`, 'returned 101'), mayFollow),
          may('rfc6455/handshake-may-follow', not('returned 101'), mayFollow),
        ],
      },
    ],
  }),
);

const redirectTo = (location: Template): Response => ({ status: 302, headers: [['Location', location]] });

const locations = [
  { name: 'to-another-host', title: 'to another host', from: '{home}/start', to: '{other}/target', location: '{other}/target' },
  {
    name: 'to-websocket',
    title: 'to a ws: URL',
    from: '{home}/start',
    to: '{other}/target',
    location: 'ws://{other.host}/target',
  },
  {
    name: 'to-secure-websocket',
    title: 'to a wss: URL',
    from: '{home}/start',
    to: '{home-tls}/target',
    location: 'wss://{home.host}/target',
  },
  { name: 'down', title: 'from wss: to ws:', from: '{home-tls}/start', to: '{home}/target', location: 'ws://{home.host}/target' },
] as const satisfies readonly { name: string; title: string; from: PathPlace; to: PathPlace; location: Template }[];

const byLocation = locations.map(({ name, title, from, to, location }) =>
  scenario({
    id: `other-apis/websocket-${name}`,
    title: `The opening handshake of a WebSocket redirected ${title}`,
    covers: ['rm-websocket-handshake'],
    routes: { [from]: redirectTo(location), [to]: { status: 200, body: 'not to be asked' } },
    call: { method: 'GET', url: from, userinfo: 'ada:{secret:authorization}', through: 'websocket' },
    checks: [
      {
        fact: { kind: 'followed', to },
        rulings: [
          must('websockets/handshake-refuses-redirects', not('followed', 'returned 302', 'returned 101'), mayFollow),
          may('rfc6455/handshake-may-follow', not('returned 101'), mayFollow),
        ],
      },
      {
        fact: { kind: 'canary', secret: 'authorization', at: originOf(to) },
        rulings: canaryRulings('authorization', relation(originOf(from), originOf(to))),
      },
    ],
  }),
);

const leaving = [
  { name: 'host', title: 'to another host', from: '{home}/start', to: '{other}/target', location: 'ws://{other.host}/target' },
  {
    name: 'port',
    title: 'to another port',
    from: '{home}/start',
    to: '{home-8080}/target',
    location: 'ws://{home.host}:8080/target',
  },
  { name: 'subdomain', title: 'to a subdomain', from: '{home}/start', to: '{sub}/target', location: 'ws://{sub.host}/target' },
  {
    name: 'scheme-up',
    title: 'from ws: to wss: on one port',
    from: '{dual}/start',
    to: '{dual-tls}/target',
    location: 'wss://{home.host}:8443/target',
  },
  {
    name: 'scheme-down',
    title: 'from wss: to ws: on one port',
    from: '{dual-tls}/start',
    to: '{dual}/target',
    location: 'ws://{home.host}:8443/target',
  },
  {
    name: 'host-by-http',
    title: 'to another host by an http: URL',
    from: '{home}/start',
    to: '{other}/target',
    location: '{other}/target',
  },
] as const satisfies readonly { name: string; title: string; from: PathPlace; to: PathPlace; location: Template }[];

/** The WebSockets Standard has no such option. A client that has it may follow, and must not take credentials along. */
const withFields = leaving.map(({ name, title, from, to, location }) =>
  scenario({
    id: `other-apis/websocket-with-fields-to-${name}`,
    title: `The opening handshake of a WebSocket with credentials in fields, redirected ${title}`,
    covers: ['rm-websocket-handshake', 'a-cross-host-stripped'],
    routes: { [from]: redirectTo(location), [to]: { status: 403, body: 'not for everybody' } },
    call: { method: 'GET', url: from, headers: namedSecrets, through: 'websocket' },
    checks: [
      {
        fact: { kind: 'followed', to },
        rulings: [
          must('websockets/handshake-refuses-redirects', not('followed', 'returned 302', 'returned 101'), mayFollow),
          may('rfc6455/handshake-may-follow', not('returned 101'), mayFollow),
        ],
      },
      ...namedSecretsAt(from, to),
    ],
  }),
);

/** Redirects of the opening handshake of a WebSocket. */
export const webSocketHandshakes: readonly Scenario[] = [...byStatus, ...byLocation, ...withFields];

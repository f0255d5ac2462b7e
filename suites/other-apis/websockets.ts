import { may, must, not } from '../rulings/ruling.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';

const mayFollow = 'The WebSockets Standard uses redirect mode error. RFC 6455 section 4.1 lets a client follow the redirect.';

/** Redirects of the opening handshake of a WebSocket. */
export const webSocketHandshakes: readonly Scenario[] = ([301, 302, 307] as const).map((status) =>
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

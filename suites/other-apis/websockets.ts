import { must, not } from '../rulings/ruling.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';

/** The opening handshake of a WebSocket does not follow redirects. */
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
        rulings: [must('websockets/handshake-refuses-redirects', not('followed', `returned ${status}`, 'returned 101'))],
      },
    ],
  }),
);

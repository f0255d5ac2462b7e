import { following } from '../rulings/following.ts';
import { should } from '../rulings/ruling.ts';
import type { Route } from '../vocabulary/answer.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';

const targets: readonly (readonly [name: string, title: string, target: Place])[] = [
  ['used', 'on the connection of the redirect', '{home}/target'],
  ['new', 'on a new connection', '{other}/target'],
];

const closesOnce: Route = [
  { when: { visit: 1 }, answer: { raw: '', ending: 'close' } },
  { answer: { status: 200, body: 'done twice' } },
];

/** The server may have done what was asked before it closed the connection, so the client should not repeat the request by itself. */
export const unansweredPosts: readonly Scenario[] = targets.map(([name, title, target]) =>
  scenario({
    id: `request-bodies/307-post-unanswered-${name}`,
    title: `POST on a 307 to a server that closes the connection without an answer, ${title}`,
    routes: {
      '{home}/start': { status: 307, location: target },
      [target]: closesOnce,
    },
    call: { method: 'POST', url: '{home}/start', body: 'order one of these' },
    checks: [
      { fact: { kind: 'followed', to: target }, rulings: following[307] },
      {
        fact: { kind: 'requests', at: target },
        given: { fact: { kind: 'followed', to: target }, oneOf: ['followed'] },
        rulings: [should('rfc9110/no-blind-retry', '1')],
      },
    ],
  }),
);

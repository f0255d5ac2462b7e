import { following } from '../following.ts';
import { should } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Route, Scenario } from '../vocabulary/scenario.ts';

const targets: readonly (readonly [name: string, title: string, target: Place])[] = [
  ['used', 'on the connection of the redirect', '{home}/target'],
  ['new', 'on a new connection', '{other}/target'],
];

const hangsUpOnce: Route = [
  { when: { visit: 1 }, answer: { raw: '', ending: 'close' } },
  { answer: { status: 200, body: 'done twice' } },
];

/** Nobody knows whether the server did what was asked before it hung up, so the client does not ask again by itself. */
export const unanswered: readonly Scenario[] = targets.map(([name, title, target]) =>
  scenario({
    id: `request-bodies/307-post-unanswered-${name}`,
    title: `POST on a 307 to a server that hangs up without an answer, ${title}`,
    routes: {
      '{home}/start': { status: 307, location: target },
      [target]: hangsUpOnce,
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

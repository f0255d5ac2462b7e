import { followingWithSecret, keptElsewhere } from '../rulings/bodies.ts';
import { should } from '../rulings/ruling.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { movesBetween } from '../builders/moves.ts';
import { scenario } from '../builders/scenario.ts';

const payloads = [
  {
    name: 'login',
    title: 'a password in a form',
    type: 'application/x-www-form-urlencoded',
    body: 'user=aladdin&password=sesame',
  },
  { name: 'token', title: 'a token in JSON', type: 'application/json', body: '{"refresh_token":"sesame"}' },
] as const;

/** Whether 307 and 308 take a secret in a body to another origin. Fetch and RFC 9110 keep the body, whatever is in it. */
export const secretsInBodies: readonly Scenario[] = payloads.flatMap(({ name, title, type, body }) =>
  movesBetween('/login', '/login').flatMap((move) =>
    ([307, 308] as const).map((status) =>
      scenario({
        id: `credentials/body-${name}-${move.name}-${status}`,
        title: `POST with ${title}, on a ${status} ${move.title}`,
        routes: { [move.from]: { status, location: move.to }, [move.to]: { status: 200, body: 'arrived' } },
        call: { method: 'POST', url: move.from, headers: [['Content-Type', type]], body },
        covers: ['b-cross-origin-body-forwarded'],
        checks: [
          { fact: { kind: 'followed', to: move.to }, rulings: followingWithSecret(move.from, move.to, status) },
          {
            fact: { kind: 'request', at: move.to },
            rulings: [...keptElsewhere(status), should('strict/secrets-in-bodies-stay', 'POST, body lost')],
          },
        ],
      }),
    ),
  ),
);

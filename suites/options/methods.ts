import { followingWithSecret } from '../rulings/bodies.ts';
import { following } from '../rulings/following.ts';
import { may, must, should } from '../rulings/ruling.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { type Move, movesBetween } from '../builders/moves.ts';
import { scenario } from '../builders/scenario.ts';

const toScenario = (status: 301 | 302, rewriteMethods: boolean): Scenario =>
  scenario({
    id: `options/${rewriteMethods ? 'rewrites' : 'keeps'}-post-on-${status}`,
    title: `POST answered by ${status}, with an option that ${rewriteMethods ? 'makes it GET' : 'keeps it POST'}`,
    covers: [rewriteMethods ? 'm-rewrite-method-option' : 'm-keep-method-option'],
    routes: { '{home}/start': { status, location: '{home}/target' }, '{home}/target': { status: 200, body: 'arrived' } },
    call: { method: 'POST', url: '{home}/start', body: 'name=Zoë', rewriteMethods },
    checks: [
      { fact: { kind: 'followed', to: '{home}/target' }, rulings: following[status] },
      {
        fact: { kind: 'request', at: '{home}/target' },
        rulings: [must('common/options-are-obeyed', rewriteMethods ? 'GET, no body' : 'POST, same body')],
      },
    ],
  });

const meantForHere =
  'The caller asked to keep the method. Whether that includes sending the body to a server that it was not meant for, no option says.';

/** What is kept for the first server would be sent to another one. */
const keptElsewhere = (status: 301 | 302, { name, title, from, to }: Move): Scenario =>
  scenario({
    id: `options/keeps-post-on-${status}-to-another-${name}`,
    title: `POST on a ${status} ${title}, with an option that keeps it POST`,
    covers: ['m-keep-method-option', 'b-cross-origin-body-forwarded'],
    routes: { [from]: { status, location: to }, [to]: { status: 200, body: 'arrived' } },
    call: { method: 'POST', url: from, body: 'user=aladdin&password=sesame', rewriteMethods: false },
    checks: [
      { fact: { kind: 'followed', to }, rulings: followingWithSecret(from, to, status) },
      {
        fact: { kind: 'request', at: to },
        rulings: [
          may('fetch/post-becomes-get', ['POST, same body', 'POST, no body', 'POST, body lost', 'GET, no body'], meantForHere),
          should('strict/secrets-in-bodies-stay', ['POST, no body', 'POST, body lost', 'GET, no body']),
        ],
      },
    ],
  });

/** RFC 9110 lets the client choose, and some clients let their caller choose. */
export const methodOptions: readonly Scenario[] = [true, false].flatMap((rewrites) => [
  toScenario(301, rewrites),
  toScenario(302, rewrites),
]);

/** The same option on redirects that leave the origin. */
export const methodOptionsElsewhere: readonly Scenario[] = ([301, 302] as const).flatMap((status) =>
  movesBetween('/start', '/target').map((move) => keptElsewhere(status, move)),
);

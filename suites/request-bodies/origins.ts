import type { RowId } from '../coverage/behaviours/index.ts';
import { keptElsewhere, putElsewhere, resentRulings } from '../rulings/bodies.ts';
import { following, followingDown } from '../rulings/following.ts';
import type { Template } from '../vocabulary/answer.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { type Move, movesBetween } from '../builders/moves.ts';
import { scenario } from '../builders/scenario.ts';
import { uploadTarget } from './shared.ts';

type Status = 307 | 308;

const moves: readonly Move[] = [
  ...movesBetween('/start', '/target').filter(({ name }) => name !== 'scheme-down'),
  { name: 'scheme-down', title: 'from https to http', from: '{dual-tls}/start', to: '{dual}/target' },
];

/** What of the behaviours a move shows. */
function coveredBy({ name }: Move, status: Status): readonly RowId[] {
  if (name === 'scheme-up') return [];
  if (name === 'scheme-down') return ['b-cross-scheme-body'];
  return name === 'host' && status === 308
    ? ['b-cross-origin-body-forwarded', 'b-cross-origin-body-308']
    : ['b-cross-origin-body-forwarded'];
}

const toScenario = (move: Move, status: Status): Scenario => {
  const { name, title, from, to } = move;
  return scenario({
    id: `request-bodies/${status}-post-to-another-${name}`,
    title: `POST on a ${status} ${title}`,
    covers: coveredBy(move, status),
    routes: { [from]: { status, location: to }, [to]: { status: 200, body: 'arrived' } },
    call: { method: 'POST', url: from, headers: [['Content-Type', 'text/plain']], body: 'for your eyes only' },
    checks: [
      { fact: { kind: 'followed', to }, rulings: name === 'scheme-down' ? followingDown(status) : following[status] },
      { fact: { kind: 'request', at: to }, rulings: keptElsewhere(status) },
    ],
  });
};

/** PUT on a 302 to another host: 302 keeps this method as well. */
const put: Scenario = scenario({
  id: 'request-bodies/302-put-to-another-host',
  title: 'PUT on a 302 to another host',
  covers: ['b-cross-origin-body-forwarded'],
  routes: { '{home}/start': { status: 302, location: '{other}/file' }, '{other}/file': { status: 200, body: 'arrived' } },
  call: { method: 'PUT', url: '{home}/start', body: 'for your eyes only' },
  checks: [
    { fact: { kind: 'followed', to: '{other}/file' }, rulings: following[302] },
    { fact: { kind: 'request', at: '{other}/file' }, rulings: putElsewhere },
  ],
});

const toDefaultPort = (status: Status, location: Template): Scenario =>
  scenario({
    id: `request-bodies/${status}-post-to-the-default-port`,
    title: `POST on a ${status} to the same origin, with the default port written out`,
    covers: ['b-default-port-body-kept'],
    routes: { '{home}/start': { status, headers: [['Location', location]] }, [uploadTarget]: { status: 200, body: 'arrived' } },
    call: { method: 'POST', url: '{home}/start', body: 'for your eyes only' },
    checks: [
      { fact: { kind: 'followed', to: uploadTarget }, rulings: following[status] },
      { fact: { kind: 'request', at: uploadTarget }, rulings: resentRulings(status) },
    ],
  });

/** Whether a body may be sent to another origin, and whether the method stays if it is not. */
export const bodiesToOtherOrigins: readonly Scenario[] = [
  ...([307, 308] as const).flatMap((status) => [
    ...moves.filter(({ name }) => status === 307 || /host|down/.test(name)).map((move) => toScenario(move, status)),
    toDefaultPort(status, 'http://{home.host}:80/target'),
  ]),
  put,
];

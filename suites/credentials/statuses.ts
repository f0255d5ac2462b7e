import type { RowId } from '../coverage/behaviours/index.ts';
import { followingAlong } from '../rulings/following.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';

/** `cross-host-auth` tests the same redirects with 302. */
const statuses = [301, 303, 307, 308] as const;
type Status = (typeof statuses)[number];

interface Move {
  readonly name: string;
  readonly title: string;
  readonly from: Place;
  readonly to: Place;
  readonly statuses: readonly (Status | 302)[];
  readonly covers: readonly RowId[];
}

const moves: readonly Move[] = [
  {
    name: 'port',
    title: 'to another port of the host',
    from: '{home}/start',
    to: '{home-8080}/target',
    statuses,
    covers: ['a-diff-port-same-host'],
  },
  { name: 'subdomain', title: 'to a subdomain', from: '{home}/start', to: '{sub}/target', statuses, covers: ['a-subdomain'] },
  {
    name: 'parent-domain',
    title: 'to the parent domain',
    from: '{sub}/start',
    to: '{home}/target',
    statuses,
    covers: ['a-parent-or-sibling-domain'],
  },
  {
    name: 'scheme-up',
    title: 'from http to https on one port',
    from: '{dual}/start',
    to: '{dual-tls}/target',
    statuses,
    covers: ['a-same-port-other-scheme'],
  },
  {
    name: 'scheme-down',
    title: 'from https to http on one port',
    from: '{dual-tls}/start',
    to: '{dual}/target',
    statuses,
    covers: ['a-same-port-other-scheme'],
  },
  {
    name: 'default-ports-up',
    title: 'from http to https, default ports',
    from: '{home}/start',
    to: '{home-tls}/target',
    statuses,
    covers: ['a-http-to-https', 'tls-http-to-https'],
  },
  {
    name: 'default-ports-down',
    title: 'from https to http, default ports',
    from: '{home-tls}/start',
    to: '{home}/target',
    statuses,
    covers: ['a-https-to-http', 'tls-https-to-http'],
  },
  {
    name: 'up-to-another-port',
    title: 'from http to https on another port',
    from: '{home}/start',
    to: '{dual-tls}/target',
    statuses: [302],
    covers: ['a-http-to-https-nonstandard-port'],
  },
  {
    name: 'up-from-another-port',
    title: 'from http on another port to https',
    from: '{home-8080}/start',
    to: '{home-tls}/target',
    statuses: [302],
    covers: ['a-http-to-https-nonstandard-port'],
  },
];

const toScenario = ({ name, title, from, to, covers }: Move, status: Status | 302): Scenario =>
  scenario({
    id: `credentials/${name}-${status}`,
    title: `Credentials on a ${status} ${title}`,
    routes: { [from]: { status, location: to }, [to]: { status: 200, body: 'arrived' } },
    call: { method: 'GET', url: from },
    plant: ['cookie', 'proxy-authorization'],
    covers: [...covers, 'a-cookie-header', 'a-proxy-authorization'],
    checks: [{ fact: { kind: 'followed', to }, rulings: followingAlong([from, to], status) }],
  });

/** Every change of origin with every status. `scenario` adds the canaries at the new origin, and the rulings on them. */
export const credentialsByStatus: readonly Scenario[] = moves.flatMap((move) =>
  move.statuses.map((status) => toScenario(move, status)),
);

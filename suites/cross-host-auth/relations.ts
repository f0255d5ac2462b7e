import type { RowId } from '../coverage/behaviours/index.ts';
import { followingAlong } from '../following.ts';
import { scenario } from '../scenario.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { redirectStatuses, type RedirectStatus } from '../vocabulary/status.ts';

interface Move {
  readonly name: string;
  readonly title: string;
  readonly from: Place;
  readonly to: Place;
  readonly covers: readonly RowId[];
  readonly statuses?: readonly RedirectStatus[];
}

/** Every way to leave an origin. The canaries at the new one are added, and ruled, by `scenario`. */
const moves: readonly Move[] = [
  {
    name: 'port',
    title: 'to another port of the host',
    from: '{home}/start',
    to: '{home-8080}/target',
    covers: ['a-diff-port-same-host', 'cr-other-port-new'],
  },
  {
    name: 'host',
    title: 'to another host',
    from: '{home}/start',
    to: '{other}/target',
    covers: ['a-cross-host-stripped', 'a-cookie-header', 'a-proxy-authorization', 'l-absolute-url'],
    statuses: redirectStatuses,
  },
  { name: 'subdomain', title: 'to a subdomain', from: '{home}/start', to: '{sub}/target', covers: ['a-subdomain'] },
  {
    name: 'parent-domain',
    title: 'to the parent domain',
    from: '{sub}/start',
    to: '{home}/target',
    covers: ['a-parent-or-sibling-domain'],
  },
  {
    name: 'scheme-up',
    title: 'from http to https on one port',
    from: '{dual}/start',
    to: '{dual-tls}/target',
    covers: ['a-same-port-other-scheme', 'a-http-to-https-nonstandard-port'],
  },
  {
    name: 'scheme-down',
    title: 'from https to http on one port',
    from: '{dual-tls}/start',
    to: '{dual}/target',
    covers: ['a-same-port-other-scheme', 'a-https-to-http'],
  },
  {
    name: 'default-ports-up',
    title: 'from http to https, default ports',
    from: '{home}/start',
    to: '{home-tls}/target',
    covers: ['a-http-to-https', 'tls-http-to-https'],
  },
  {
    name: 'default-ports-down',
    title: 'from https to http, default ports',
    from: '{home-tls}/start',
    to: '{home}/target',
    covers: ['a-https-to-http', 'tls-https-to-http'],
  },
];

const move = ({ name, title, from, to, covers }: Move, status: RedirectStatus): Scenario =>
  scenario({
    id: `cross-host-auth/${name}-${status}`,
    title: `Credentials on a ${status} ${title}`,
    routes: {
      [from]: { status, location: to },
      [to]: { status: 200, body: 'arrived' },
    },
    call: { method: 'GET', url: from },
    plant: ['cookie', 'proxy-authorization'],
    covers,
    checks: [{ fact: { kind: 'followed', to }, rulings: followingAlong([from, to], status) }],
  });

export const relations: readonly Scenario[] = moves.flatMap((each) =>
  (each.statuses ?? [302 as const]).map((status) => move(each, status)),
);

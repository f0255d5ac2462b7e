import type { RowId } from '../coverage/behaviours/index.ts';
import { followingAlong } from '../rulings/following.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { type RedirectStatus, redirectStatuses } from '../vocabulary/status.ts';
import { scenario } from '../builders/scenario.ts';

interface Row {
  readonly name: string;
  readonly title: string;
  readonly from: Place;
  readonly to: Place;
  readonly covers: readonly RowId[];
  readonly statuses?: readonly RedirectStatus[];
}

/** Every way to leave an origin. `scenario` adds the canary checks at the new origin. */
const rows: readonly Row[] = [
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
    title: 'from http to https on the same port',
    from: '{dual}/start',
    to: '{dual-tls}/target',
    covers: ['a-same-port-other-scheme', 'a-http-to-https-nonstandard-port'],
  },
  {
    name: 'scheme-down',
    title: 'from https to http on the same port',
    from: '{dual-tls}/start',
    to: '{dual}/target',
    covers: ['a-same-port-other-scheme', 'a-https-to-http'],
  },
  {
    name: 'default-ports-up',
    title: 'from http to https, on default ports',
    from: '{home}/start',
    to: '{home-tls}/target',
    covers: ['a-http-to-https', 'tls-http-to-https'],
  },
  {
    name: 'default-ports-down',
    title: 'from https to http, on default ports',
    from: '{home-tls}/start',
    to: '{home}/target',
    covers: ['a-https-to-http', 'tls-https-to-http'],
  },
];

const toScenario = ({ name, title, from, to, covers }: Row, status: RedirectStatus): Scenario =>
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

export const relations: readonly Scenario[] = rows.flatMap((row) =>
  (row.statuses ?? [302 as const]).map((status) => toScenario(row, status)),
);

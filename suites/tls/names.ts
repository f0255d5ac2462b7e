import { following } from '../following.ts';
import { should } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import { originOf, type Place } from '../vocabulary/origin.ts';
import type { HeaderFields, Scenario, Template } from '../vocabulary/scenario.ts';

interface Row {
  readonly name: string;
  readonly title: string;
  readonly from: Place;
  readonly to: Place;
  readonly headers?: HeaderFields;
  readonly expected: Template;
  readonly covers?: readonly string[];
}

const rows: readonly Row[] = [
  {
    name: 'another-host',
    title: 'another host',
    from: '{home-tls}/start',
    to: '{other-tls}/target',
    expected: '{other.host}',
  },
  {
    name: 'from-http',
    title: 'another host, from http',
    from: '{home}/start',
    to: '{other-tls}/target',
    expected: '{other.host}',
  },
  {
    name: 'another-port',
    title: 'another port of the host',
    from: '{home-tls}/start',
    to: '{dual-tls}/target',
    expected: '{home.host}',
  },
  {
    name: 'host-by-hand',
    title: 'another host, the caller having set Host for the first',
    from: '{home-tls}/start',
    to: '{other-tls}/target',
    headers: [['Host', '{home.host}']],
    expected: '{other.host}',
    covers: ['h-host-recomputed'],
  },
];

/** The handshake names the host of the target, not the one that redirected there. */
export const names: readonly Scenario[] = rows.map(({ name, title, from, to, headers, expected, covers }) =>
  scenario({
    id: `tls/name-${name}`,
    title: `The name in the handshake after a 302 to ${title}`,
    ...(covers && { covers }),
    routes: { [from]: { status: 302, location: to }, [to]: { status: 200, body: `of ${originOf(to)}` } },
    call: { method: 'GET', url: from, ...(headers && { headers }) },
    checks: [
      { fact: { kind: 'followed', to }, rulings: following[302] },
      { fact: { kind: 'server-name', at: to }, rulings: [should('rfc6066/server-name-sent', expected)] },
    ],
  }),
);

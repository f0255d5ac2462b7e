import type { RowId } from '../coverage/behaviours/index.ts';
import { following } from '../rulings/following.ts';
import { should } from '../rulings/ruling.ts';
import type { FindingOf } from '../vocabulary/fact.ts';
import type { HeaderFields } from '../vocabulary/header-fields.ts';
import { originOf, type Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';

interface Row {
  readonly name: string;
  readonly title: string;
  readonly from: Place;
  readonly to: Place;
  readonly headers?: HeaderFields;
  readonly expected: FindingOf<'server-name'>;
  readonly covers?: readonly RowId[];
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
    title: 'another host, with a Host field of the caller for the first host',
    from: '{home-tls}/start',
    to: '{other-tls}/target',
    headers: [['Host', '{home.host}']],
    expected: '{other.host}',
    covers: ['h-host-recomputed'],
  },
];

const toScenario = ({ name, title, from, to, headers, expected, covers }: Row): Scenario =>
  scenario({
    id: `tls/name-${name}`,
    title: `The server name in the TLS handshake after a 302 to ${title}`,
    ...(covers && { covers }),
    routes: { [from]: { status: 302, location: to }, [to]: { status: 200, body: `of ${originOf(to)}` } },
    call: { method: 'GET', url: from, ...(headers && { headers }) },
    checks: [
      { fact: { kind: 'followed', to }, rulings: following[302] },
      { fact: { kind: 'server-name', at: to }, rulings: [should('rfc6066/server-name-sent', expected)] },
    ],
  });

/** The TLS handshake contains the server name of the target, not that of the host that redirected. */
export const serverNames: readonly Scenario[] = rows.map(toScenario);

import type { Response, Template } from '../vocabulary/answer.ts';
import { must, not } from '../rulings/ruling.ts';
import type { PathPlace } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';

interface Row {
  readonly name: string;
  readonly title: string;
  readonly from: PathPlace;
  readonly location: Template;
  readonly target: PathPlace;
}

const rows: readonly Row[] = [
  {
    name: 'same-port',
    title: 'the port that redirected',
    from: '{home}/start',
    location: 'https://{home.host}:80/target',
    target: '{home}/target',
  },
  {
    name: 'another-host',
    title: 'port 80 of another host',
    from: '{home}/start',
    location: 'https://{other.host}:80/target',
    target: '{other}/target',
  },
  {
    name: 'from-https',
    title: 'port 8080 of the host, from https',
    from: '{home-tls}/start',
    location: 'https://{home.host}:8080/target',
    target: '{home-8080}/target',
  },
];

const redirectTo = (location: Template): Response => ({ status: 302, headers: [['Location', location]] });

/** An https URL at a port that speaks plain http: the server ends the connection, and nothing is sent in clear text. */
export const plainPorts: readonly Scenario[] = rows.map(({ name, title, from, location, target }) =>
  scenario({
    id: `tls/plain-port-${name}`,
    title: `A 302 to an https URL at ${title}, where the server speaks plain http`,
    routes: { [from]: redirectTo(location), [target]: { status: 200, body: 'not to be reached' } satisfies Response },
    call: { method: 'GET', url: from },
    checks: [
      {
        fact: { kind: 'outcome' },
        rulings: [
          must('rfc9110/https-answers-secured', not('returned 200')),
          must('fetch/no-connection-no-response', 'any error but blocked-address'),
        ],
      },
      { fact: { kind: 'requests', at: target }, rulings: [must('rfc9110/https-is-secured', '0')] },
    ],
  }),
);

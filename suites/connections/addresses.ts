import type { RowId } from '../coverage/behaviours/index.ts';
import { following, followingAlong } from '../rulings/following.ts';
import { may, must, should } from '../rulings/ruling.ts';
import type { Response, Template } from '../vocabulary/answer.ts';
import type { Check, CheckOf } from '../vocabulary/check.ts';
import type { FindingOf } from '../vocabulary/fact.ts';
import type { PathPlace } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';

const redirectTo = (location: Template): Response => ({ status: 302, headers: [['Location', location]] });

const arrived: Response = { status: 200, body: 'arrived' };

interface Row {
  readonly name: string;
  readonly title: string;
  readonly from: PathPlace;
  readonly to: PathPlace;
  /** Default: the absolute URL. */
  readonly location?: Template;
  /** The Host field of the second request. */
  readonly host: Template;
  readonly covers?: readonly RowId[];
}

const rows: readonly Row[] = [
  {
    name: 'ipv6-relative',
    title: 'from an IPv6 address to a path there',
    from: '{ipv6}/start',
    to: '{ipv6}/target',
    location: '/target',
    host: '{ipv6.host}',
  },
  {
    name: 'ipv6-same-address',
    title: 'from an IPv6 address to its absolute URL',
    from: '{ipv6}/start',
    to: '{ipv6}/target',
    host: '{ipv6.host}',
    covers: ['l-ip-literal'],
  },
  {
    name: 'ipv6-other-port',
    title: 'from an IPv6 address to another port',
    from: '{ipv6}/start',
    to: '{ipv6-8080}/target',
    host: '{ipv6.host}:8080',
    covers: ['l-ip-literal'],
  },
  {
    name: 'ipv6-without-scheme',
    title: 'from an IPv6 address to its URL without scheme',
    from: '{ipv6-8080}/start',
    to: '{ipv6-8080}/target',
    location: '//{ipv6.host}:8080/target',
    host: '{ipv6.host}:8080',
  },
  {
    name: 'ipv6-up',
    title: 'from http to https at an IPv6 address',
    from: '{ipv6}/start',
    to: '{ipv6-tls}/target',
    host: '{ipv6.host}',
  },
  {
    name: 'ipv6-down',
    title: 'from https to http at an IPv6 address',
    from: '{ipv6-tls}/start',
    to: '{ipv6}/target',
    host: '{ipv6.host}',
  },
  {
    name: 'to-ipv6',
    title: 'from a host name to an IPv6 address',
    from: '{home}/start',
    to: '{ipv6}/target',
    host: '{ipv6.host}',
    covers: ['l-ip-literal'],
  },
  {
    name: 'from-ipv6',
    title: 'from an IPv6 address to a host name',
    from: '{ipv6}/start',
    to: '{other}/target',
    host: '{other.host}',
  },
];

const hostAt = (at: PathPlace, host: Template): CheckOf<'field'> => ({
  fact: { kind: 'field', name: 'Host', at },
  rulings: [
    must('fetch/generated-fields-per-request', host),
    must('rfc9112/host-is-the-authority', host),
    should('rfc9110/host-renewed', host),
  ],
});

/** RFC 6066 permits no literal address as a server name. */
const nameless = (at: PathPlace): readonly Check[] =>
  at.startsWith('{ipv6-tls}')
    ? [{ fact: { kind: 'server-name', at }, rulings: [may('rfc6066/no-address-as-server-name', 'none')] }]
    : [];

const toScenario = ({ name, title, from, to, location = to, host, covers }: Row): Scenario =>
  scenario({
    id: `connections/${name}`,
    title: `A redirect ${title}`,
    ...(covers && { covers }),
    routes: { [from]: redirectTo(location), [to]: arrived },
    call: { method: 'GET', url: from },
    plant: ['cookie'],
    checks: [{ fact: { kind: 'followed', to }, rulings: followingAlong([from, to], 302) }, hostAt(to, host), ...nameless(to)],
  });

/** The address and the port are the same, in brackets, so the credentials of the caller are for the target too. */
const sameAddress: readonly Scenario[] = (['ipv6', 'ipv6-8080', 'ipv6-tls'] as const).map((origin) =>
  scenario({
    id: `connections/${origin}-keeps-credentials`,
    title: `Credentials on a redirect within the origin ${origin}`,
    routes: { [`{${origin}}/start`]: redirectTo(`{${origin}}/target`), [`{${origin}}/target`]: arrived },
    call: { method: 'GET', url: `{${origin}}/start` },
    plant: ['cookie'],
    checks: [
      { fact: { kind: 'followed', to: `{${origin}}/target` }, rulings: following[302] },
      {
        fact: { kind: 'canary', secret: 'authorization', at: `{${origin}}/target` },
        rulings: [must('fetch/authorization-kept-same-origin', 'sent'), should('rfc9110/request-resent', 'sent')],
      },
      {
        fact: { kind: 'canary', secret: 'cookie', at: `{${origin}}/target` },
        rulings: [should('rfc9110/request-resent', 'sent')],
      },
    ],
  }),
);

/** Origins whose host is an IPv6 address. */
export const addressScenarios: readonly Scenario[] = [...rows.map(toScenario), ...sameAddress];

const start: PathPlace = '{socket}/start';

const socketForAll =
  'The option of some clients, such as curl, names the socket for every request of a call. For others it is the address of one host.';

/** The request that follows one at a socket. */
const nextOf = (...expected: readonly FindingOf<'next'>[]): CheckOf<'next'> => ({
  fact: { kind: 'next', after: start },
  rulings: [
    may('fetch/connection-by-origin', [...expected, 'any error but blocked-address'], socketForAll),
    may('rfc9110/302-may-follow', [...expected, 'returned 302', 'any error but blocked-address'], socketForAll),
  ],
});

/** A call to an origin at a unix socket. */
const atSocket = ({ name, title, location, to, check }: SocketRow): Scenario =>
  scenario({
    id: `connections/unix-socket-${name}`,
    title: `A server at a unix socket that redirects ${title}`,
    routes: { [start]: redirectTo(location), [to]: arrived },
    call: { method: 'GET', url: start, unixSocket: 'socket' },
    plant: ['cookie'],
    checks: [check],
  });

interface SocketRow {
  readonly name: string;
  readonly title: string;
  readonly location: Template;
  readonly to: PathPlace;
  readonly check: Check;
}

const socketRows: readonly SocketRow[] = [
  {
    name: 'path',
    title: 'to a path',
    location: '/target',
    to: '{socket}/target',
    check: { fact: { kind: 'followed', to: '{socket}/target' }, rulings: following[302] },
  },
  // A client whose URLs name the socket instead of the host does not know that this is the same origin.
  {
    name: 'url',
    title: 'to the absolute URL of its host',
    location: '{socket}/target',
    to: '{socket}/target',
    check: nextOf('{socket}/target'),
  },
  {
    name: 'to-another-host',
    title: 'to another host',
    location: '{other}/target',
    to: '{other}/target',
    check: nextOf('{other}/target'),
  },
];

/** Redirects from an origin at a unix socket. */
export const socketScenarios: readonly Scenario[] = socketRows.map(atSocket);

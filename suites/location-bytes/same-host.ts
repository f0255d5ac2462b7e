import { escapedHost, idna, noSuchAddress } from './hosts.ts';
import { following } from '../rulings/following.ts';
import { attempted, notFollowed, resolved } from '../rulings/locations.ts';
import { to } from '../builders/redirect.ts';
import { may, must, should } from '../rulings/ruling.ts';
import type { Template } from '../vocabulary/answer.ts';
import type { Check, CheckOf, RulingOn } from '../vocabulary/check.ts';
import { originOf, type PathPlace } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';

interface Row {
  readonly name: string;
  readonly title: string;
  readonly from?: PathPlace;
  readonly location: Template;
  readonly target: PathPlace;
  /** How the Location writes the host, if neither as the origin nor in upper case. */
  readonly written?: Template;
  /** Where the client goes. Default: to the target, because a valid Location names it. */
  readonly rulings?: readonly RulingOn<'next'>[];
}

/** The same origin, written in another way. */
const sameOrigin: readonly Row[] = [
  {
    name: 'host-in-upper-case',
    title: 'The same host in upper case',
    location: 'http://{home.host:upper}/target',
    target: '{home}/target',
  },
  {
    name: 'host-in-upper-case-tls',
    title: 'The same host in upper case, https',
    from: '{home-tls}/start',
    location: 'https://{home.host:upper}/target',
    target: '{home-tls}/target',
  },
  {
    name: 'host-in-upper-case-with-port',
    title: 'The same host in upper case, with the default port',
    location: 'http://{home.host:upper}:80/target',
    target: '{home}/target',
  },
  {
    name: 'host-in-upper-case-without-scheme',
    title: 'The same host in upper case, without the scheme',
    location: '//{home.host:upper}/target',
    target: '{home}/target',
  },
  {
    name: 'host-in-upper-case-8080',
    title: 'The same host in upper case, at another port than the default port',
    from: '{home-8080}/start',
    location: 'http://{home.host:upper}:8080/target',
    target: '{home-8080}/target',
  },
  {
    name: 'scheme-in-upper-case',
    title: 'The scheme in upper case',
    location: 'HTTP://{home.host}/target',
    target: '{home}/target',
  },
  {
    name: 'scheme-in-upper-case-tls',
    title: 'The scheme https in mixed case',
    from: '{home-tls}/start',
    location: 'HttpS://{home.host}/target',
    target: '{home-tls}/target',
  },
  {
    name: 'relative-after-a-final-dot',
    title: 'A relative Location at a host with a final dot',
    from: '{home-dot}/start',
    location: '/target',
    target: '{home-dot}/target',
  },
];

/** The same origin: a host that is not a name in ASCII, written in another way. */
const sameAddress: readonly Row[] = [
  {
    name: 'ipv4-again',
    title: 'The same IPv4 address',
    from: '{ipv4}/start',
    location: '{ipv4}/target',
    target: '{ipv4}/target',
    rulings: resolved('rfc3986/absolute-reference', '{ipv4}/target'),
  },
  {
    name: 'ipv4-in-other-numerals',
    title: 'The same IPv4 address in hexadecimal and octal',
    from: '{ipv4}/start',
    location: 'http://{ipv4.host:alias}/target',
    target: '{ipv4}/target',
    written: '{ipv4.host:alias}',
    rulings: [
      must('url/ipv4-in-any-form', '{ipv4}/target', noSuchAddress),
      may('rfc9110/302-may-follow', ['{ipv4}/target', attempted, ...notFollowed], noSuchAddress),
    ],
  },
  {
    name: 'ipv6-in-upper-case',
    title: 'The same IPv6 address in upper case',
    from: '{ipv6}/start',
    location: 'http://{ipv6.host:upper}/target',
    target: '{ipv6}/target',
  },
  {
    name: 'ipv6-with-zeros',
    title: 'The same IPv6 address with its zeros',
    from: '{ipv6}/start',
    location: 'http://{ipv6.host:alias}/target',
    target: '{ipv6}/target',
    written: '{ipv6.host:alias}',
    rulings: resolved('rfc3986/ip-literal-in-brackets', '{ipv6}/target'),
  },
  {
    name: 'idn-again',
    title: 'The same host in its xn-- form',
    from: '{idn}/start',
    location: '{idn}/target',
    target: '{idn}/target',
    rulings: resolved('rfc3986/absolute-reference', '{idn}/target'),
  },
  {
    name: 'idn-in-upper-case',
    title: 'The same host in its xn-- form, in upper case',
    from: '{idn}/start',
    location: 'http://{idn.host:upper}/target',
    target: '{idn}/target',
  },
  {
    name: 'idn-in-utf8',
    title: 'The same host with an umlaut, in UTF-8',
    from: '{idn}/start',
    location: 'http://b\xc3\xbccher.{home.host}/target',
    target: '{idn}/target',
    written: 'b\xc3\xbccher.{home.host}',
    // Read as Latin-1, which no standard forbids, the octets name another host.
    rulings: [
      must('url/host-to-ascii', ['{idn}/target', 'any error'], idna),
      may('rfc9110/may-recover', ['{idn}/target', 'returned 302', 'any error'], idna),
    ],
  },
  {
    name: 'idn-in-escapes',
    title: 'The same host with an umlaut, in escapes',
    from: '{idn}/start',
    location: 'http://b%C3%BCcher.{home.host}/target',
    target: '{idn}/target',
    written: 'b%C3%BCcher.{home.host}',
    rulings: [
      must('url/host-to-ascii', '{idn}/target', escapedHost),
      may('rfc9110/302-may-follow', ['{idn}/target', 'returned 302', 'any error'], escapedHost),
    ],
  },
];

/** The URL Standard makes lower case of the host, so Host is in lower case under Fetch. */
const hostAt = (at: PathPlace, written: readonly Template[] = []): CheckOf<'field'> => {
  const origin = originOf(at);
  const port = origin === 'home-8080' ? ':8080' : '';
  // Origins that differ in scheme and port only have one host.
  const name = origin === 'home-8080' || origin === 'home-tls' ? 'home' : origin;
  return {
    fact: { kind: 'field', name: 'Host', at },
    rulings: [
      must('url/host-to-ascii', `{${name}.host}${port}`),
      must('rfc9112/host-is-the-authority', [`{${name}.host}${port}`, `{${name}.host:upper}${port}`, ...written]),
    ],
  };
};

const credentialsKept = (at: PathPlace): readonly Check[] => [
  {
    fact: { kind: 'canary', secret: 'authorization', at },
    rulings: [must('fetch/authorization-kept-same-origin', 'sent'), should('rfc9110/request-resent', 'sent')],
  },
  {
    fact: { kind: 'canary', secret: 'cookie', at },
    rulings: [should('rfc9110/request-resent', 'sent')],
  },
];

const fromSameOrigin = ({ name, title, from = '{home}/start', location, target, written, rulings }: Row): Scenario =>
  scenario({
    id: `location-bytes/${name}`,
    title,
    routes: { [from]: to(location), [target]: { status: 200, body: 'arrived' } },
    call: { method: 'GET', url: from },
    plant: ['cookie'],
    checks: [
      {
        fact: { kind: 'next', after: from },
        rulings: rulings ?? resolved('rfc9110/scheme-and-host-ignore-case', target),
      },
      hostAt(target, written === undefined ? [] : [written]),
      ...credentialsKept(target),
    ],
  });

/** Another host, although its name looks like that of the first. The credentials of the caller must not arrive there. */
const otherHosts: readonly Row[] = [
  {
    name: 'final-dot',
    title: 'The same host name with a final dot',
    location: 'http://{home-dot.host}/target',
    target: '{home-dot}/target',
  },
  {
    name: 'final-dot-removed',
    title: 'The host name without its final dot',
    from: '{home-dot}/start',
    location: 'http://{home.host}/target',
    target: '{home}/target',
  },
  {
    name: 'lookalike-before',
    title: 'A host name that ends in the name of the first host',
    location: '{lookalike-before}/target',
    target: '{lookalike-before}/target',
  },
  {
    name: 'lookalike-before-removed',
    title: 'A host name with which the name of the first host ends',
    from: '{lookalike-before}/start',
    location: '{home}/target',
    target: '{home}/target',
  },
  {
    name: 'lookalike-after',
    title: 'A host name that begins with the name of the first host',
    location: '{lookalike-after}/target',
    target: '{lookalike-after}/target',
  },
  {
    name: 'other-host-in-upper-case',
    title: 'Another host in upper case',
    location: 'http://{other.host:upper}/target',
    target: '{other}/target',
  },
  ...(
    [
      ['ipv4-to-another', 'Another IPv4 address', '{ipv4}/start', '{other-ipv4}/target'],
      ['ipv4-from-a-name', 'An IPv4 address, from a name', '{home}/start', '{ipv4}/target'],
      ['ipv4-to-a-name', 'A name, from an IPv4 address', '{ipv4}/start', '{home}/target'],
      ['ipv4-to-ipv6', 'An IPv6 address, from an IPv4 address', '{ipv4}/start', '{ipv6}/target'],
      ['ipv6-to-another', 'Another IPv6 address', '{ipv6}/start', '{other-ipv6}/target'],
      ['idn-below', 'A host in its xn-- form below the first host', '{home}/start', '{idn}/target'],
      ['idn-beside', 'A host in its xn-- form beside the first host', '{sub}/start', '{idn}/target'],
      ['idn-above', 'The host above a host in its xn-- form', '{idn}/start', '{home}/target'],
    ] as const
  ).map(([name, title, from, target]): Row => ({ name, title, from, location: target, target })),
];

/** `scenario` adds the checks that no credential arrives. */
const fromOtherHost = ({ name, title, from = '{home}/start', location, target }: Row): Scenario =>
  scenario({
    id: `location-bytes/${name}`,
    title,
    routes: { [from]: to(location), [target]: { status: 200, body: 'arrived' } },
    call: { method: 'GET', url: from },
    plant: ['cookie'],
    checks: [{ fact: { kind: 'followed', to: target }, rulings: following[302] }, hostAt(target)],
  });

/** Names of hosts that are the same though they look different, and names that look alike and are different. */
export const sameOrOtherHost: readonly Scenario[] = [
  ...[...sameOrigin, ...sameAddress].map(fromSameOrigin),
  ...otherHosts.map(fromOtherHost),
];

import { may, must, not } from '../rulings.ts';
import { attempted, lenient, notFollowed, redirect, to } from '../location-resolution/answers.ts';
import { resolved } from '../location-resolution/references.ts';
import type { Ruling } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario, Template } from '../vocabulary/scenario.ts';

interface Row {
  readonly name: string;
  readonly title: string;
  readonly location: Template;
  readonly target?: Place;
  readonly covers?: readonly string[];
  readonly rulings: readonly Ruling[];
}

/** Nobody listens there: that the client tried is all there is to see. */
const elsewhere: readonly Ruling[] = [
  must('fetch/follows-by-default', attempted),
  may('rfc9110/302-may-follow', [attempted, ...notFollowed]),
];

const noBackslash =
  'RFC 3986 knows no backslash: a strict parser refuses the Location, and another escapes it as part of the path.';
const noSuchAddress = 'RFC 3986 has addresses of four decimal numbers only; anything else is a name.';
const idna =
  'RFC 3986 has no host outside ASCII; the URL Standard turns it into its xn-- form, if the client reads the octets as UTF-8.';
const noHost = 'RFC 9110 wants a URL without a host rejected; the URL Standard ignores surplus slashes and finds a host.';

const rows: readonly Row[] = [
  {
    name: 'capitals',
    title: 'Scheme and host in capitals, path in mixed case',
    location: 'HTTP://SUB.{home.host}/Target',
    target: '{sub}/Target',
    covers: ['l-uppercase-scheme'],
    rulings: resolved('rfc9110/scheme-and-host-ignore-case', '{sub}/Target'),
  },
  ...(
    [
      ['default-port', 'The default port of http spelled out', 'http://{sub.host}:80/target', '{sub}/target'],
      ['default-port-tls', 'The default port of https spelled out', 'https://{home.host}:443/target', '{home-tls}/target'],
      ['empty-port', 'A colon without a port', 'http://{sub.host}:/target', '{sub}/target'],
    ] as const
  ).map(([name, title, location, target]): Row => ({
    name,
    title,
    location,
    target,
    rulings: resolved('rfc9110/default-port-is-implied', target),
  })),
  {
    name: 'escaped-host',
    title: 'A host with an escaped letter',
    location: 'http://%73ub.{home.host}/target',
    target: '{sub}/target',
    rulings: lenient('url/host-to-ascii', '{sub}/target', 'Clients that hand the host to a resolver as it is find no such name.'),
  },
  {
    name: 'wide-letter-in-host',
    title: 'A host with a wide letter, as UTF-8',
    location: 'http://\xef\xbd\x93ub.{home.host}/target',
    target: '{sub}/target',
    covers: ['l-idn-host'],
    rulings: lenient('url/host-to-ascii', '{sub}/target', idna),
  },
  {
    name: 'idn-host',
    title: 'A host with an umlaut, as UTF-8',
    location: 'http://b\xc3\xbccher.test/target',
    covers: ['l-idn-host'],
    rulings: lenient('url/host-to-ascii', attempted, idna),
  },
  { name: 'ipv4', title: 'An IPv4 address', location: 'http://192.0.2.1/target', covers: ['l-ip-literal'], rulings: elsewhere },
  {
    name: 'ipv6',
    title: 'An IPv6 address',
    location: 'http://[2001:db8::1]/target',
    covers: ['l-ip-literal'],
    // Nobody has to go there, but it is no broken Location.
    rulings: [...elsewhere, must('rfc3986/ip-literal-in-brackets', not('error: invalid-location'))],
  },
  {
    name: 'ipv4-in-hexadecimal',
    title: 'An IPv4 address in hexadecimal, of two parts',
    location: 'http://0xc0.513/target',
    covers: ['l-ip-literal'],
    rulings: lenient('url/ipv4-in-any-form', attempted, noSuchAddress),
  },
  {
    name: 'unresolvable',
    title: 'A host that does not resolve',
    location: 'http://nowhere.invalid/target',
    covers: ['l-unresolvable-host'],
    rulings: elsewhere,
  },
  {
    name: 'braces-in-host',
    title: 'A host with braces',
    location: 'http://bad{HOST}.test/target',
    covers: ['l-invalid-braces-host'],
    rulings: lenient(
      'fetch/location-by-its-grammar',
      attempted,
      'No host by RFC 3986; the URL Standard takes braces for letters.',
    ),
  },
  ...(['three', 'four'] as const).map((count): Row => ({
    name: `${count}-slashes`,
    title: `A host after ${count} slashes`,
    location: `http:${count === 'three' ? '///' : '////'}{home.host}/target`,
    target: '{home}/target',
    covers: ['l-three-slashes', 'l-missing-host'],
    rulings: [
      may('url/surplus-slashes-ignored', ['{home}/target', ...notFollowed], noHost),
      may('rfc9110/http-uri-needs-host', ['{home}/target', ...notFollowed], noHost),
    ],
  })),
  ...(
    [
      ['backslash-in-path', 'A backslash in the path', '/a\\b', '{home}/a/b'],
      ['slash-backslash', 'A slash and a backslash, then another host', '/\\{other.host}/target', '{other}/target'],
      ['two-backslashes', 'Two backslashes, then another host', '\\\\{other.host}\\target', '{other}/target'],
      ['scheme-and-backslashes', 'Backslashes after the scheme', 'http:\\\\{other.host}\\target', '{other}/target'],
    ] as const
  ).map(([name, title, location, target]): Row => ({
    name,
    title,
    location,
    target,
    rulings: lenient('url/backslash-is-a-slash', target, noBackslash),
  })),
];

export const hosts: readonly Scenario[] = rows.map(({ name, location, ...rest }) =>
  redirect({ ...rest, id: `location-bytes/${name}`, answer: to(location) }),
);

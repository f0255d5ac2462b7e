import type { RowId } from '../coverage/behaviours/index.ts';
import { attempted, lenient, notFollowed, resolved } from '../rulings/locations.ts';
import { redirect, to } from '../builders/redirect.ts';
import { may, must, not } from '../rulings/ruling.ts';
import type { Template } from '../vocabulary/answer.ts';
import type { RulingOn } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';

interface Row {
  readonly name: string;
  readonly title: string;
  readonly location: Template;
  readonly target?: Place;
  readonly covers?: readonly RowId[];
  readonly rulings: readonly RulingOn<'next'>[];
}

/** Nothing listens there, so an attempt is all that can be observed. */
const elsewhere: readonly RulingOn<'next'>[] = [
  must('fetch/follows-by-default', attempted),
  may('rfc9110/302-may-follow', [attempted, ...notFollowed]),
];

const noBackslash = 'RFC 3986 has no backslash: a strict parser refuses the Location, and others escape it as part of the path.';
/** What other readers say of a host that is not written in its usual form. */
export const noSuchAddress = 'In RFC 3986 an IPv4 address has four decimal numbers; anything else is a name.';
export const idna =
  'In RFC 3986 hosts are ASCII only; the URL Standard converts the host to its xn-- form, if the client reads the octets as UTF-8.';
const noHost = 'In RFC 9110 a URL without a host must be rejected; the URL Standard ignores extra slashes and finds a host.';
export const escapedHost = 'A client that passes the host to a resolver unchanged finds no such name.';

const rows: readonly Row[] = [
  {
    name: 'capitals',
    title: 'Scheme and host in upper case, path in mixed case',
    location: 'HTTP://SUB.{home.host}/Target',
    target: '{sub}/Target',
    covers: ['l-uppercase-scheme'],
    rulings: resolved('rfc9110/scheme-and-host-ignore-case', '{sub}/Target'),
  },
  ...(
    [
      ['default-port', 'The default port of http, written explicitly', 'http://{sub.host}:80/target', '{sub}/target'],
      [
        'default-port-tls',
        'The default port of https, written explicitly',
        'https://{home.host}:443/target',
        '{home-tls}/target',
      ],
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
    rulings: [
      must('url/host-to-ascii', '{sub}/target', escapedHost),
      must('rfc3986/unreserved-escapes-do-not-matter', ['{sub}/target', 'returned 302', 'any error'], escapedHost),
    ],
  },
  {
    name: 'wide-letter-in-host',
    title: 'A host with a fullwidth letter, in UTF-8',
    location: 'http://\xef\xbd\x93ub.{home.host}/target',
    target: '{sub}/target',
    covers: ['l-idn-host'],
    rulings: lenient('url/host-to-ascii', '{sub}/target', idna),
  },
  {
    name: 'idn-host',
    title: 'A host with an umlaut, in UTF-8',
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
    // A client need not go there, but the Location is valid.
    rulings: [...elsewhere, must('rfc3986/ip-literal-in-brackets', not('error: invalid-location'))],
  },
  {
    name: 'ipv4-in-hexadecimal',
    title: 'An IPv4 address in hexadecimal, with two parts',
    location: 'http://0xc0.513/target',
    covers: ['l-ip-literal'],
    rulings: [
      must('url/ipv4-in-any-form', attempted, noSuchAddress),
      may('rfc9110/302-may-follow', [attempted, ...notFollowed], noSuchAddress),
    ],
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
      'Not a host in RFC 3986; the URL Standard allows braces in a host.',
    ),
  },
  ...(['three', 'four'] as const).map((count): Row => ({
    name: `${count}-slashes`,
    title: `A host after ${count} slashes`,
    location: `http:${count === 'three' ? '///' : '////'}{home.host}/target`,
    target: '{home}/target',
    covers: ['l-three-slashes', 'l-missing-host'],
    rulings: [must('url/surplus-slashes-ignored', '{home}/target', noHost), must('rfc9110/http-uri-needs-host', notFollowed)],
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

const toScenario = ({ name, location, ...rest }: Row): Scenario =>
  redirect({ ...rest, id: `location-bytes/${name}`, answer: to(location) });

export const hosts: readonly Scenario[] = rows.map(toScenario);

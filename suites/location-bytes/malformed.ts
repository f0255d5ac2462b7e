import type { RowId } from '../coverage/behaviours/index.ts';
import { notFollowed, refused } from '../rulings/locations.ts';
import { redirect, to } from '../builders/redirect.ts';
import { may, must, should } from '../rulings/ruling.ts';
import type { Template } from '../vocabulary/answer.ts';
import type { RulingOn } from '../vocabulary/check.ts';
import type { Scenario } from '../vocabulary/scenario.ts';

type Row = readonly [name: string, title: string, location: Template, covers: RowId];

const guessNothing = should('convention/broken-location-guesses-no-host', notFollowed);

/** Not a URL in any standard. */
const broken: readonly Row[] = [
  ['unclosed-bracket', 'An unclosed bracket', 'http://[::1/target', 'l-bad-brackets'],
  ['ipv4-in-brackets', 'An IPv4 address in brackets', 'http://[192.0.2.1]/target', 'l-bad-brackets'],
  ['name-in-brackets', 'A name in brackets', 'http://[{home.host}]/target', 'l-bad-brackets'],
  ['ipv6-with-zone', 'An IPv6 address with a zone', 'http://[fe80::1%25lo]/target', 'l-ip-literal'],
  ['port-too-high', 'Port 99999', 'http://{home.host}:99999/target', 'l-bad-port'],
  ['port-not-a-number', 'A port that is not a number', 'http://{home.host}:eighty/target', 'l-bad-port'],
  ['space-in-host', 'A space in the host', 'http://two words.test/target', 'l-invalid-braces-host'],
  ['space-in-address', 'A space in an IPv4 address', 'http://1.2 .4.5/target', 'l-invalid-braces-host'],
  ['escaped-nul-in-host', 'An escaped NUL in the host', 'http://{home.host}%00.elsewhere.test/target', 'l-nul-in-host'],
  ['percent-in-host', 'A percent sign in the host that begins no escape', 'http://elsewhere%/target', 'l-invalid-braces-host'],
];

/** A scheme without a host after it. */
const hostless: readonly Row[] = [
  ['scheme-only', 'http:// and nothing more', 'http://', 'l-missing-host'],
  ['port-without-host', 'A port without a host', 'http://:80/target', 'l-missing-host'],
  ['port-without-host-tls', 'A port without a host, https', 'https://:443/target', 'l-missing-host'],
];

const toScenario = ([name, title, location, covers]: Row, ruling: RulingOn<'next'>): Scenario =>
  redirect({
    id: `location-bytes/${name}`,
    title,
    answer: to(location),
    covers: [covers, 'l-invalid-error-or-return', 'e-illegal-address'],
    rulings: [must('fetch/invalid-location-refused', refused), ruling],
  });

const asRelative =
  'Not a reference in RFC 3986, where a first segment has no colon; the URL Standard reads it as a relative path.';

const barelyRelative = [
  ['colons', 'Five colons', ':::::', '{home}/:::::'],
  ['digit-and-colon', 'A first segment of a digit, a colon and a digit', '1:2', '{home}/1:2'],
  ['colon-first', 'A first segment that begins with a colon', ':80/target', '{home}/:80/target'],
  ['space-in-scheme', 'A space in the scheme', 'h ttp://elsewhere.test/target', '{home}/h%20ttp://elsewhere.test/target'],
] as const;

export const malformedLocations: readonly Scenario[] = [
  ...broken.map((row) => toScenario(row, guessNothing)),
  ...hostless.map((row) =>
    toScenario(
      row,
      must(row[2].startsWith('https') ? 'rfc9110/https-uri-needs-host' : 'rfc9110/http-uri-needs-host', notFollowed),
    ),
  ),
  ...barelyRelative.map(([name, title, location, target]) =>
    redirect({
      id: `location-bytes/${name}`,
      title,
      answer: to(location),
      target,
      covers: ['l-invalid-scheme-syntax'],
      rulings: [
        must('fetch/location-against-response-url', [target, refused], asRelative),
        may('rfc9110/may-recover', [target, ...notFollowed], asRelative),
      ],
    }),
  ),
  redirect({
    id: 'location-bytes/bad-port',
    title: 'Port 6000, which Fetch blocks',
    answer: to('http://{home.host}:6000/target'),
    rulings: [must('fetch/bad-port-refused', refused)],
  }),
];

import { may, must, should } from '../rulings.ts';
import { notFollowed, redirect, refused, to } from '../location-resolution/answers.ts';
import type { Ruling } from '../vocabulary/check.ts';
import type { Scenario, Template } from '../vocabulary/scenario.ts';

type Row = readonly [name: string, title: string, location: Template, row: string];

const guessNothing = should('convention/broken-location-guesses-no-host', notFollowed);

/** No URL by any reading. */
const broken: readonly Row[] = [
  ['unclosed-bracket', 'An unclosed bracket', 'http://[::1/target', 'l-bad-brackets'],
  ['ipv4-in-brackets', 'An IPv4 address in brackets', 'http://[192.0.2.1]/target', 'l-bad-brackets'],
  ['name-in-brackets', 'A name in brackets', 'http://[{home.host}]/target', 'l-bad-brackets'],
  ['ipv6-with-zone', 'An IPv6 address with a zone', 'http://[fe80::1%25lo]/target', 'l-ip-literal'],
  ['port-too-high', 'Port 99999', 'http://{home.host}:99999/target', 'l-bad-port'],
  ['port-not-a-number', 'A port in letters', 'http://{home.host}:eighty/target', 'l-bad-port'],
  ['space-in-host', 'A space in the host', 'http://two words.test/target', 'l-invalid-braces-host'],
  ['space-in-address', 'A space in an IPv4 address', 'http://1.2 .4.5/target', 'l-invalid-braces-host'],
  ['escaped-nul-in-host', 'An escaped NUL in the host', 'http://{home.host}%00.elsewhere.test/target', 'l-nul-in-host'],
  ['percent-in-host', 'A lone percent sign in the host', 'http://elsewhere%/target', 'l-invalid-braces-host'],
];

/** A scheme, and no host after it. */
const hostless: readonly Row[] = [
  ['scheme-only', 'http:// and nothing more', 'http://', 'l-missing-host'],
  ['port-without-host', 'A port without a host', 'http://:80/target', 'l-missing-host'],
  ['port-without-host-tls', 'A port without a host, https', 'https://:443/target', 'l-missing-host'],
];

const malformed = ([name, title, location, row]: Row, ruling: Ruling): Scenario =>
  redirect({
    id: `location-bytes/${name}`,
    title,
    answer: to(location),
    covers: [row, 'l-invalid-error-or-return', 'e-illegal-address'],
    rulings: [must('fetch/invalid-location-refused', refused), ruling],
  });

const asRelative = 'No reference by RFC 3986, whose first segment has no colon; the URL Standard takes it for a relative path.';

const barelyRelative = [
  ['colons', 'Five colons', ':::::', '{home}/:::::'],
  ['space-in-scheme', 'A space in the scheme', 'h ttp://elsewhere.test/target', '{home}/h%20ttp://elsewhere.test/target'],
] as const;

export const malformedLocations: readonly Scenario[] = [
  ...broken.map((row) => malformed(row, guessNothing)),
  ...hostless.map((row) =>
    malformed(
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
        must('fetch/location-against-response-url', [target, ...refused], asRelative),
        may('rfc9110/may-recover', [target, ...notFollowed], asRelative),
      ],
    }),
  ),
  redirect({
    id: 'location-bytes/bad-port',
    title: 'Port 6000, which belongs to another protocol',
    answer: to('http://{home.host}:6000/target'),
    rulings: [must('fetch/bad-port-refused', refused)],
  }),
];

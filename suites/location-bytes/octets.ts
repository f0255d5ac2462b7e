import type { RowId } from '../coverage/behaviours/index.ts';
import { notFollowed, refused } from '../rulings/locations.ts';
import { bytes, redirect, to } from '../builders/redirect.ts';
import { may, must, not, should } from '../rulings/ruling.ts';
import type { Answer, Template } from '../vocabulary/answer.ts';
import type { RulingOn } from '../vocabulary/check.ts';
import type { FindingOf } from '../vocabulary/fact.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';

interface Row {
  readonly name: string;
  readonly title: string;
  readonly answer: Answer;
  readonly target: Place;
  readonly covers?: readonly RowId[];
  readonly rulings: readonly RulingOn<'next'>[];
}

const grammar =
  'Taken literally, Fetch refuses a Location that is not a URI reference; browsers and the web-platform-tests escape it.';

/** A Location outside the grammar that the URL Standard can parse. */
const repaired = (target: Place, ...others: readonly FindingOf<'next'>[]): readonly RulingOn<'next'>[] => [
  must('url/path-escaped', [target, refused], grammar),
  may('rfc9110/may-recover', [target, ...others, ...notFollowed]),
];

/** A client that recovers from a space must not send it unescaped: it would end the target in the request line. */
const notRaw = (target: Place): RulingOn<'next'> => must('rfc9112/no-whitespace-in-target', not(target));

const noEncoding = 'No standard says whether the octets are UTF-8 or Latin-1.';

/** Octets outside ASCII. No standard defines their character encoding. */
const octets = (target: Place, asLatin1: Place): readonly RulingOn<'next'>[] => [
  must('fetch/location-by-its-grammar', [target, asLatin1, refused], `${grammar} ${noEncoding}`),
  should(
    'convention/raw-utf8-escaped',
    [target, ...notFollowed],
    'A client that reads fields as Latin-1, like Node.js, and escapes the characters as UTF-8 requests a different URL.',
  ),
];

/** A parser has to reject this character or replace it with a space. */
const defused = (target: Place): readonly RulingOn<'next'>[] => [must('rfc9110/cr-lf-nul-defused', [target, ...notFollowed])];

/** Octets that are no UTF-8. */
const noUtf8 = (...places: readonly [asOctets: Place, asLatin1: Place, replaced: Place]): readonly RulingOn<'next'>[] => [
  must('fetch/location-by-its-grammar', [...places, refused], `${grammar} ${noEncoding}`),
  may('rfc9110/may-recover', [places[0], places[1], ...notFollowed]),
];

const control = (target: Place): readonly RulingOn<'next'>[] => [
  must('url/path-escaped', [target, refused], grammar),
  may('rfc9110/may-recover', [target, ...notFollowed]),
];

const row = (name: string, title: string, location: Template, target: Place, rest: Pick<Row, 'covers' | 'rulings'>): Row => ({
  name,
  title,
  answer: to(location),
  target,
  ...rest,
});

const rows: readonly Row[] = [
  row('space-in-the-path', 'A space in the path', '/two words', '{home}/two%20words', {
    covers: ['l-inner-space-path'],
    rulings: [...repaired('{home}/two%20words'), notRaw('{home}/two words')],
  }),
  row('space-in-the-query', 'A space in the query', '/target?two words', '{home}/target?two%20words', {
    covers: ['l-inner-space-query'],
    rulings: [
      must('url/query-escaped', ['{home}/target?two%20words', refused], grammar),
      may('rfc9110/may-recover', ['{home}/target?two%20words', '{home}/target?two+words', ...notFollowed]),
      notRaw('{home}/target?two words'),
    ],
  }),
  row('angle-brackets', 'Angle brackets and quotes', '/<a>"b"', '{home}/%3Ca%3E%22b%22', {
    covers: ['l-angle-brackets'],
    rulings: repaired('{home}/%3Ca%3E%22b%22', '{home}/<a>"b"'),
  }),
  row('lone-percent', 'A percent sign that begins no escape', '/100%/%zz', '{home}/100%/%zz', {
    covers: ['l-lone-percent'],
    rulings: repaired('{home}/100%/%zz', '{home}/100%25/%25zz'),
  }),
  row('utf8-path', 'UTF-8 in the path', '/caf\xc3\xa9', '{home}/caf%C3%A9', {
    covers: ['l-raw-utf8-path'],
    rulings: octets('{home}/caf%C3%A9', '{home}/caf%C3%83%C2%A9'),
  }),
  row(
    'utf8-query',
    'UTF-8 in the query, together with escapes',
    '/target?a=\xc3\xa9&b=%C3%A9%20',
    '{home}/target?a=%C3%A9&b=%C3%A9%20',
    {
      covers: ['l-raw-utf8-query'],
      rulings: octets('{home}/target?a=%C3%A9&b=%C3%A9%20', '{home}/target?a=%C3%83%C2%A9&b=%C3%A9%20'),
    },
  ),
  row('latin-1', 'An octet that is not UTF-8', '/caf\xe9', '{home}/caf%E9', {
    covers: ['l-invalid-utf8'],
    rulings: noUtf8('{home}/caf%E9', '{home}/caf%C3%A9', '{home}/caf%EF%BF%BD'),
  }),
  ...(
    [
      ['decomposed', 'UTF-8 of letters that Unicode can also compose', '/cafe\xcc\x81\xef\xac\x81', '/cafe%CC%81%EF%AC%81'],
      ['four-octets', 'UTF-8 of a character in four octets', '/\xf0\x9f\x98\x80', '/%F0%9F%98%80'],
      ['wide-cr-lf', 'UTF-8 of characters whose last octets are CR and LF', '/\xc4\x8d\xc4\x8aX:y', '/%C4%8D%C4%8AX:y'],
      // Not whitespace in HTTP, but in the functions with which many languages trim text.
      ['no-break-space-before', 'A no-break space before the value, in UTF-8', '\xc2\xa0/target', '/%C2%A0/target'],
      ['no-break-space-after', 'A no-break space after the value, in UTF-8', '/target\xc2\xa0', '/target%C2%A0'],
      ['ideographic-space-after', 'An ideographic space after the value, in UTF-8', '/target\xe3\x80\x80', '/target%E3%80%80'],
      ['line-separator-after', 'A line separator after the value, in UTF-8', '/target\xe2\x80\xa8', '/target%E2%80%A8'],
    ] as const
  ).map(([name, title, location, escaped]) => {
    const asLatin1 = encodeURI(location.startsWith('/') ? location : `/${location}`);
    return row(name, title, location, `{home}${escaped}`, { rulings: octets(`{home}${escaped}`, `{home}${asLatin1 as '/'}`) });
  }),
  row('latin-1-no-break-space-before', 'A no-break space before the value, in Latin-1', '\xa0/target', '{home}/%A0/target', {
    rulings: noUtf8('{home}/%A0/target', '{home}/%C2%A0/target', '{home}/%EF%BF%BD/target'),
  }),
  row('latin-1-no-break-space-after', 'A no-break space after the value, in Latin-1', '/target\xa0', '{home}/target%A0', {
    rulings: noUtf8('{home}/target%A0', '{home}/target%C2%A0', '{home}/target%EF%BF%BD'),
  }),
  row('next-line-after', 'The control character NEL after the value, in Latin-1', '/target\x85', '{home}/target%85', {
    rulings: noUtf8('{home}/target%85', '{home}/target%C2%85', '{home}/target%EF%BF%BD'),
  }),
  {
    name: 'control-characters-around',
    title: 'Control characters before and after the value',
    answer: bytes('Location: \x0c/target\x1f'),
    target: '{home}/target',
    covers: ['l-control-chars'],
    rulings: [
      must('url/tab-and-newline-removed', ['{home}/target', refused], grammar),
      may('rfc9110/may-recover', ['{home}/target', '{home}/%0C/target%1F', ...notFollowed]),
    ],
  },
  row('tab', 'A tab inside', '/tar\tget', '{home}/target', {
    covers: ['l-control-chars'],
    rulings: [
      must('url/tab-and-newline-removed', ['{home}/target', refused], grammar),
      may('rfc9110/may-recover', ['{home}/target', '{home}/tar%09get', ...notFollowed]),
    ],
  }),
  ...(
    [
      ['soh', 'SOH', '\x01', '%01'],
      ['vertical-tab', 'VT', '\x0b', '%0B'],
      ['del', 'DEL', '\x7f', '%7F'],
    ] as const
  ).map(([name, title, octet, escaped]): Row => ({
    name,
    title: `The control character ${title} inside`,
    answer: bytes(`Location: /tar${octet}get`),
    target: `{home}/tar${escaped}get`,
    covers: ['l-control-chars'],
    rulings: control(`{home}/tar${escaped}get`),
  })),
  ...(
    [
      ['nul', 'NUL', '\0'],
      ['bare-cr', 'a CR without LF', '\r'],
    ] as const
  ).map(([name, title, octet]): Row => ({
    name,
    title: `A Location with ${title} inside`,
    answer: bytes(`Location: /tar${octet}get`),
    target: '{home}/tar%20get',
    covers: ['l-control-chars'],
    rulings: defused('{home}/tar%20get'),
  })),
];

const toScenario = ({ name, ...rest }: Row): Scenario => redirect({ ...rest, id: `location-bytes/${name}` });

export const unusualOctets: readonly Scenario[] = rows.map(toScenario);

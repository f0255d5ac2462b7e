import { notFollowed, refused, resolved } from '../rulings/locations.ts';
import { bytes, redirect, type Redirect, to } from '../builders/redirect.ts';
import { may, must, not } from '../rulings/ruling.ts';
import type { RulingOn } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';

const target: Place = '{home}/target';

const equalValuesAccepted =
  'Fetch treats more than one Location as invalid, equal or not; browsers refuse different values and accept equal ones.';
const noRecovery =
  'RFC 9110 calls the message invalid and has no recovery that works everywhere; clients use the first value, or the last.';

const joinedOnTheWay = 'RFC 9110 says itself that a recipient on the way may join the lines.';

/** Fetch refuses several values, different or equal. */
const severalByFetch = (choices: readonly Place[]): RulingOn<'next'> =>
  must(
    'fetch/several-locations-refused',
    refused,
    choices.length === 1
      ? equalValuesAccepted
      : 'Many clients do not implement this step: they use the first value, or the last.',
  );

/** For several Locations: the places that a client may choose, and the place that the joined values name, which is none of them. */
const several = (choices: readonly Place[], joined: readonly Place[]): readonly RulingOn<'next'>[] => [
  severalByFetch(choices),
  must('rfc9110/location-is-one-uri', not(...joined), joinedOnTheWay),
  may('rfc9110/several-locations-undefined', [...choices, ...notFollowed], noRecovery),
];

/** Any other error means that the value was not trimmed, not that the client refused to follow. */
const trimmed: readonly RulingOn<'next'>[] = [
  must('fetch/location-against-response-url', target),
  must('rfc9110/whitespace-around-value-excluded', [target, 'returned 302', 'error: redirect-refused']),
  must('adr-016/rule-1', target),
];

const folded = (unfolded: Place): readonly RulingOn<'next'>[] => [
  must(
    'rfc9112/folding-becomes-a-space',
    [unfolded, ...notFollowed],
    'A user agent has to accept a folded value, but many parsers reject the message. In no case does the fold disappear.',
  ),
];

const field = ({ id, ...rest }: Redirect): Scenario => redirect({ ...rest, id: `location-bytes/${id}` });

/** How the field is written, and how often. */
export const locationFields: readonly Scenario[] = [
  ...(
    [
      ['name-in-small-letters', 'location'],
      ['name-in-capitals', 'LOCATION'],
      ['name-in-mixed-case', 'lOcAtIoN'],
    ] as const
  ).map(([id, name]) =>
    field({
      id,
      title: `Location written as ${name}`,
      answer: { status: 302, headers: [[name, '/target']] },
      target,
      rulings: resolved('rfc9110/field-names-ignore-case', target),
    }),
  ),
  ...(
    [
      ['no-space', 'No space before the value', 'Location:/target'],
      ['whitespace-before', 'Spaces and tabs before the value', 'Location: \t  /target'],
      ['whitespace-after', 'Spaces and tabs after the value', 'Location: /target \t '],
    ] as const
  ).map(([id, title, line]) =>
    field({
      id,
      title,
      answer: bytes(line),
      target,
      covers: ['l-outer-whitespace'],
      rulings: trimmed,
    }),
  ),
  field({
    id: 'comma',
    title: 'A comma in the path',
    answer: to('/one,/two'),
    target: '{home}/one,/two',
    covers: ['l-comma-kept'],
    rulings: resolved('rfc9110/location-is-one-uri', '{home}/one,/two'),
  }),
  field({
    id: 'two-different',
    title: 'Two different Locations',
    answer: {
      status: 302,
      headers: [
        ['Location', '/one'],
        ['Location', '/two'],
      ],
    },
    covers: ['l-multiple-different'],
    rulings: several(['{home}/one', '{home}/two'], ['{home}/one,%20/two', '{home}/one,/two', '{home}/one, /two']),
  }),
  field({
    id: 'two-equal',
    title: 'The same Location twice',
    answer: {
      status: 302,
      headers: [
        ['Location', '/target'],
        ['Location', '/target'],
      ],
    },
    target,
    covers: ['l-multiple-identical'],
    rulings: several([target], ['{home}/target,%20/target', '{home}/target,/target', '{home}/target, /target']),
  }),
  field({
    id: 'empty-then-another',
    title: 'An empty Location, then another',
    answer: {
      status: 302,
      headers: [
        ['Location', ''],
        ['Location', '/target'],
      ],
    },
    target,
    covers: ['l-multiple-empty-first'],
    rulings: several([target, '{home}/start?q'], ['{home}/,%20/target', '{home}/,/target', '{home}/, /target']),
  }),
  field({
    id: 'folded-before',
    title: 'A Location whose value begins on the next line',
    answer: bytes('Location:', ' /target'),
    target,
    rulings: folded(target),
  }),
  field({
    id: 'folded-inside',
    title: 'A Location whose value continues on the next line',
    answer: bytes('Location: /tar', ' get'),
    target: '{home}/tar%20get',
    rulings: folded('{home}/tar%20get'),
  }),
  field({
    id: 'in-the-trailer',
    title: 'A Location only in the trailer section',
    answer: {
      raw: 'HTTP/1.1 302 Found\r\nTransfer-Encoding: chunked\r\nTrailer: Location\r\n\r\n5\r\nmoved\r\n0\r\nLocation: /target\r\n\r\n',
    },
    target,
    rulings: [must('fetch/missing-location-returned', 'returned 302'), must('rfc9110/trailers-not-merged', notFollowed)],
  }),
];

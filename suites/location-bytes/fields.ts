import { notFollowed, refused, resolved } from '../rulings/locations.ts';
import { bytes, redirect, type Redirect, to } from '../builders/redirect.ts';
import { may, must } from '../rulings/ruling.ts';
import type { RulingOn } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';

const target: Place = '{home}/target';

const refusedByFetch =
  'Taken literally, Fetch treats more than one Location as invalid, equal or not; browsers refuse different values and accept equal ones.';
const noRecovery =
  'RFC 9110 calls the message invalid and has no recovery that works everywhere; clients use the first value, or join the values.';

/** For several Locations: the places that a client may choose. */
const several = (...choices: readonly Place[]): readonly RulingOn<'next'>[] => [
  may('fetch/several-locations-refused', choices.length === 1 ? [...choices, refused] : refused, refusedByFetch),
  may('rfc9110/several-locations-undefined', [...choices, ...notFollowed], noRecovery),
];

/** Any other error means that the value was not trimmed, not that the client refused to follow. */
const trimmed: readonly RulingOn<'next'>[] = [
  must('fetch/location-against-response-url', target),
  must('rfc9110/whitespace-around-value-excluded', [target, 'returned 302', 'error: redirect-refused']),
  must('adr-016/rule-1', target),
];

const folded = (unfolded: Place): readonly RulingOn<'next'>[] => [
  may(
    'rfc9112/folding-becomes-a-space',
    [unfolded, ...notFollowed],
    'A user agent has to accept a folded value, but many parsers reject the message.',
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
    rulings: several('{home}/one', '{home}/two'),
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
    rulings: several(target),
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
    rulings: several(target, '{home}/start?q'),
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

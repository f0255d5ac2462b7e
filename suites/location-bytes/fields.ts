import { may, must } from '../rulings.ts';
import { notFollowed, redirect, refused, to, bytes, type Redirect } from '../location-resolution/answers.ts';
import { resolved } from '../location-resolution/references.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Ruling } from '../vocabulary/check.ts';
import type { Scenario } from '../vocabulary/scenario.ts';

const target: Place = '{home}/target';

const refusedByFetch =
  'By the letter of Fetch more than one Location is invalid, equal or not; browsers refuse different ones and accept equal ones.';
const noRecovery =
  'RFC 9110 calls the message invalid and knows no recovery that works everywhere; clients take the first, or join them.';

/** What may become of several Locations, of which these are the ones that can be chosen. */
const several = (...choices: readonly Place[]): readonly Ruling[] => [
  may('fetch/several-locations-refused', choices.length === 1 ? [...choices, ...refused] : refused, refusedByFetch),
  may('rfc9110/several-locations-undefined', [...choices, ...notFollowed], noRecovery),
];

/** An error here is no refusal to follow, but a value that was not trimmed. */
const trimmed: readonly Ruling[] = [
  must('fetch/location-against-response-url', target),
  must('rfc9110/whitespace-around-value-excluded', [target, 'returned 302', 'error: redirect-refused']),
  must('adr-016/rule-1', target),
];

const folded: readonly Ruling[] = [
  may(
    'rfc9112/folding-becomes-a-space',
    [target, ...notFollowed],
    'A user agent has to read a folded value; many parsers reject the message.',
  ),
];

const field = ({ id, ...rest }: Redirect): Scenario => redirect({ ...rest, id: `location-bytes/${id}` });

/** How the field itself may be written, and how often. */
export const fields: readonly Scenario[] = [
  ...(['location', 'LOCATION', 'lOcAtIoN'] as const).map((name, index) =>
    field({
      id: `name-in-${['small-letters', 'capitals', 'mixed-case'][index]}`,
      title: `Location spelled ${name}`,
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
    title: 'A Location that begins in the next line',
    answer: bytes('Location:', ' /target'),
    target,
    rulings: folded,
  }),
  field({
    id: 'folded-inside',
    title: 'A Location that goes on in the next line',
    answer: bytes('Location: /tar', ' get'),
    target: '{home}/tar%20get',
    rulings: [
      may(
        'rfc9112/folding-becomes-a-space',
        ['{home}/tar%20get', ...notFollowed],
        'A user agent has to read a folded value; many parsers reject the message.',
      ),
    ],
  }),
  field({
    id: 'in-the-trailer',
    title: 'A Location in the trailer alone',
    answer: {
      raw: 'HTTP/1.1 302 Found\r\nTransfer-Encoding: chunked\r\nTrailer: Location\r\n\r\n5\r\nmoved\r\n0\r\nLocation: /target\r\n\r\n',
    },
    target,
    rulings: [must('fetch/missing-location-returned', 'returned 302'), must('rfc9110/trailers-not-merged', notFollowed)],
  }),
];

import type { RowId } from '../coverage/behaviours/index.ts';
import { notFollowed, resolved } from '../rulings/locations.ts';
import { redirect, to } from '../builders/redirect.ts';
import { may, must, should } from '../rulings/ruling.ts';
import type { Template } from '../vocabulary/answer.ts';
import type { RulingOn } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';

interface Row {
  readonly name: string;
  readonly title: string;
  readonly location: Template;
  readonly target: Place;
  readonly covers?: readonly RowId[];
  readonly rulings?: readonly RulingOn<'next'>[];
}

const rows: readonly Row[] = [
  { name: 'absolute', title: 'An absolute URL', location: '{other}/x', target: '{other}/x', covers: ['l-absolute-url'] },
  {
    name: 'absolute-with-dots',
    title: 'An absolute URL with dot segments',
    location: '{home}/x/../y/./z',
    target: '{home}/y/z',
    covers: ['l-dot-segments-absolute'],
    rulings: resolved('rfc3986/dot-segments-removed', '{home}/y/z'),
  },
  {
    name: 'absolute-with-escaped-dots',
    title: 'An absolute URL with escaped dot segments',
    location: '{home}/x/%2e%2E/y',
    target: '{home}/y',
    covers: ['l-dot-segments-absolute'],
    rulings: [
      must('url/dot-segments-removed', '{home}/y'),
      may(
        'rfc9110/may-normalize',
        ['{home}/y', '{home}/x/%2e%2E/y', '{home}/x/../y', ...notFollowed],
        'In RFC 3986 only plain dots are dot segments, but a client may decode escaped dots first.',
      ),
    ],
  },
  {
    name: 'absolute-without-path',
    title: 'An absolute URL with a query and without a path',
    location: '{other}?q=1',
    target: '{other}/?q=1',
    rulings: resolved('rfc9112/empty-path-is-a-slash', '{other}/?q=1'),
  },
  {
    name: 'empty-segments',
    title: 'A path with an empty segment',
    location: '/a//b',
    target: '{home}/a//b',
    rulings: resolved('rfc3986/empty-segments-kept', '{home}/a//b'),
  },
  {
    name: 'query-of-location',
    title: 'A query in Location',
    location: '/target?a=1&b=2&a=3',
    target: '{home}/target?a=1&b=2&a=3',
    covers: ['l-location-query-honoured', 'l-original-query-not-carried'],
    rulings: [
      ...resolved('rfc3986/base-query-dropped', '{home}/target?a=1&b=2&a=3'),
      should('convention/query-not-added-again', '{home}/target?a=1&b=2&a=3'),
    ],
  },
  {
    name: 'url-in-the-query',
    title: 'A URL inside the query',
    location: '/target?next=http://elsewhere.test/x?y=/../z',
    target: '{home}/target?next=http://elsewhere.test/x?y=/../z',
    covers: ['l-embedded-url-in-query'],
  },
  {
    name: 'two-question-marks',
    title: 'Two question marks',
    location: '?a?b',
    target: '{home}/start?a?b',
    covers: ['l-embedded-url-in-query', 'l-query-only'],
    rulings: resolved('rfc3986/query-only-reference', '{home}/start?a?b'),
  },
];

const toScenario = ({ name, location, target, rulings, ...rest }: Row): Scenario =>
  redirect({
    ...rest,
    id: `location-resolution/${name}`,
    answer: to(location),
    target,
    rulings: rulings ?? resolved('rfc3986/absolute-reference', target),
  });

export const absoluteLocations: readonly Scenario[] = rows.map(toScenario);

const searchIsEmpty =
  'A URL with an empty query is another URL, but the search of the URL Standard is empty in both, and clients that make the request target from it lose the question mark.';

/** An empty query is a query. RFC 3986 section 6.2.3: its delimiter is not removed. */
export const emptyQueries: readonly Scenario[] = (
  [
    ['empty-query', 'An empty query after a path', '/target?', '{home}/target?'],
    ['empty-query-and-fragment', 'An empty query before a fragment', '/target?#a', '{home}/target?'],
    ['only-an-empty-query', 'Only an empty query', '?', '{home}/start?'],
  ] as const
).map(([name, title, location, target]) =>
  redirect({
    id: `location-resolution/${name}`,
    title,
    answer: to(location),
    target,
    rulings: [
      must('url/empty-query-kept', target, searchIsEmpty),
      must('rfc3986/empty-is-not-undefined', [target, ...notFollowed], searchIsEmpty),
      must('adr-016/rule-1', target, searchIsEmpty),
    ],
  }),
);

const asPath = 'By RFC 3986 this is a URL without a host for a strict parser, and may be a relative path for other parsers.';

const sameScheme = [
  { name: 'same-scheme-name', title: 'The same scheme and a name', location: 'http:g', target: '{home}/b/c/g' },
  { name: 'same-scheme-path', title: 'The same scheme and a path', location: 'http:/g', target: '{home}/g' },
] as const;

/** The scheme of the base without two slashes: relative for some parsers, invalid for others. */
export const schemeAndPath: readonly Scenario[] = sameScheme.map(({ name, title, location, target }) =>
  redirect({
    id: `location-resolution/${name}`,
    title,
    start: '{home}/b/c/d;p?q',
    answer: to(location),
    target,
    covers: ['l-rfc3986-table', 'l-missing-host'],
    rulings: [
      must('url/same-scheme-is-relative', target, asPath),
      must('rfc3986/same-scheme-reference', [target, ...notFollowed], asPath),
    ],
  }),
);

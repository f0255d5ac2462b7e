import type { RowId } from '../coverage/behaviours/index.ts';
import type { KnownRequirementId } from '../requirements/index.ts';
import { following } from '../rulings/following.ts';
import { notFollowed, refused } from '../rulings/locations.ts';
import { to } from '../builders/redirect.ts';
import { may, must } from '../rulings/ruling.ts';
import type { Template } from '../vocabulary/answer.ts';
import type { Check, RulingOn } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';

const plain: Place = '{home}/plain#here';

interface Row {
  readonly name: string;
  readonly title: string;
  readonly start: Place;
  readonly location: Template;
  /** The Location of the second redirect, if there is one. */
  readonly onwards?: Template;
  readonly requirement: KnownRequirementId;
  /** The fragments that the final URL may have. */
  readonly fragments: readonly ('' | `#${string}`)[];
  /** Whether the client follows. Default: it does. */
  readonly rulings?: readonly RulingOn<'followed'>[];
  readonly covers: readonly RowId[];
}

const noSecondHash =
  'In RFC 3986 a fragment contains no hash. Taken literally, Fetch refuses such a Location; browsers follow it.';

const rows: readonly Row[] = [
  {
    name: 'inherited',
    title: 'A fragment in the URL, none in Location',
    start: '{home}/start#here',
    location: '/target',
    requirement: 'rfc9110/fragment-inherited',
    fragments: ['#here'],
    covers: ['f-inherit'],
  },
  {
    name: 'inherited-twice',
    title: 'A fragment in the URL, none in two Locations',
    start: '{home}/start#here',
    location: '/middle',
    onwards: '{home}/target',
    requirement: 'rfc9110/fragment-inherited',
    fragments: ['#here'],
    covers: ['f-inherit'],
  },
  {
    name: 'location-wins',
    title: 'A fragment in the URL, another in Location',
    start: '{home}/start#here',
    location: '/target#there',
    requirement: 'rfc9110/explicit-fragment-blocks',
    fragments: ['#there'],
    covers: ['f-location-wins'],
  },
  {
    name: 'location-only',
    title: 'No fragment in the URL, one in Location',
    start: '{home}/start',
    location: '/target#there',
    requirement: 'rfc3986/absolute-path-reference',
    fragments: ['#there'],
    covers: ['f-location-wins'],
  },
  {
    name: 'last-one-survives',
    title: 'A fragment in the URL, another in the first Location, none in the second',
    start: '{home}/start#here',
    location: '/middle#there',
    onwards: '/target',
    requirement: 'rfc9110/fragment-inherited',
    fragments: ['#there'],
    covers: ['f-location-wins', 'f-inherit'],
  },
  {
    name: 'empty-one-blocks',
    title: 'A fragment in the URL, an empty one in Location',
    start: '{home}/start#here',
    location: '/target#',
    requirement: 'rfc9110/explicit-fragment-blocks',
    fragments: ['', '#'],
    covers: ['f-location-wins'],
  },
  {
    name: 'question-mark',
    title: 'A fragment with a question mark in Location',
    start: '{home}/start',
    location: '/target#a?b',
    requirement: 'rfc3986/absolute-path-reference',
    fragments: ['#a?b'],
    covers: ['f-location-wins'],
  },
  {
    name: 'escapes',
    title: 'A fragment with escapes in Location',
    start: '{home}/start',
    location: '/target#%20%C3%A9%2541%23',
    requirement: 'rfc3986/absolute-path-reference',
    fragments: ['#%20%C3%A9%2541%23'],
    covers: ['f-location-wins'],
  },
  {
    name: 'two-hashes',
    title: 'A fragment with a second hash in Location',
    start: '{home}/start',
    location: '/target#a#b',
    requirement: 'fetch/location-against-response-url',
    fragments: ['#a#b', '#a%23b'],
    rulings: [
      must('fetch/follows-by-default', ['followed', refused], noSecondHash),
      may('rfc9110/may-recover', ['followed', ...notFollowed]),
    ],
    covers: ['f-location-wins'],
  },
];

/** Whether the client reports fragments at all: the first call checks this with a URL that is not redirected. */
const reportsFragments = { fact: { kind: 'final-url' }, oneOf: ['{home}/plain#here'] } as const;

const checksOf = ({ requirement, fragments, rulings = following[302] }: Row): readonly Check[] => [
  { fact: { kind: 'followed', to: '{home}/target', call: 2 }, rulings },
  {
    fact: { kind: 'final-url', call: 2 },
    given: reportsFragments,
    rulings: [
      must(
        requirement,
        fragments.map((fragment) => `{home}/target${fragment}`),
      ),
    ],
  },
];

const toScenario = (row: Row): Scenario => {
  const { name, title, start, location, onwards, covers } = row;
  return scenario({
    id: `fragments/${name}`,
    title,
    routes: {
      '{home}/plain': { status: 200, body: 'no redirect' },
      '{home}/start': to(location),
      ...(onwards !== undefined && { '{home}/middle': to(onwards) }),
      '{home}/target': { status: 200, body: 'arrived' },
    },
    calls: [
      { method: 'GET', url: plain },
      { method: 'GET', url: start },
    ],
    covers,
    checks: checksOf(row),
  });
};

/** The fragment of the final URL, for clients that report one. */
export const finalUrls: readonly Scenario[] = rows.map(toScenario);

const byInterface =
  'Fetch defines the URL of a Response without its fragment, which binds clients with this interface: fragments/told-by-fetch. Other libraries may report the fragment, and some do.';

interface Reported {
  readonly name: string;
  readonly title: string;
  readonly start: Place;
  readonly location: Template;
  readonly needs?: readonly ['fetch-response'];
  readonly ruling: RulingOn<'final-url'>;
}

const reported: readonly Reported[] = [
  {
    name: 'told',
    title: 'A fragment in the URL, and the final URL that the client reports',
    start: '{home}/start#here',
    location: '/target',
    ruling: must('fetch/response-url', ['{home}/target', '{home}/target#here'], byInterface),
  },
  {
    name: 'told-by-fetch',
    title: 'A fragment in the URL, and the final URL in the Response of Fetch',
    start: '{home}/start#here',
    location: '/target',
    needs: ['fetch-response'],
    ruling: must('fetch/response-url-without-fragment', '{home}/target'),
  },
  {
    name: 'told-by-fetch-from-location',
    title: 'A fragment in Location, and the final URL in the Response of Fetch',
    start: '{home}/start',
    location: '/target#there',
    needs: ['fetch-response'],
    ruling: must('fetch/response-url-without-fragment', '{home}/target'),
  },
];

/** The final URL as Fetch reports it. */
export const reportedFinalUrls: readonly Scenario[] = reported.map(({ name, title, start, location, needs, ruling }) =>
  scenario({
    id: `fragments/${name}`,
    title,
    ...(needs && { needs }),
    routes: {
      '{home}/start': to(location),
      '{home}/target': { status: 200, body: 'arrived' },
    },
    call: { method: 'GET', url: start },
    covers: ['f-response-url-excludes'],
    checks: [
      { fact: { kind: 'followed', to: '{home}/target' }, rulings: following[302] },
      {
        fact: { kind: 'final-url' },
        given: { fact: { kind: 'requests', at: '{home}/target' }, oneOf: ['1'] },
        rulings: [ruling],
      },
    ],
  }),
);

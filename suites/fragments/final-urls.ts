import { following } from '../following.ts';
import type { KnownRequirementId } from '../requirements/index.ts';
import { must, should } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import { to } from '../location-resolution/answers.ts';
import type { Check } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario, Template } from '../vocabulary/scenario.ts';

const plain: Place = '{home}/plain#here';

interface Journey {
  readonly name: string;
  readonly title: string;
  readonly start: Place;
  readonly location: Template;
  /** Where the second redirect leads to, if there is one. */
  readonly onwards?: Template;
  readonly requirement: KnownRequirementId;
  /** The fragments that the final URL may have. */
  readonly fragments: readonly string[];
  readonly covers: readonly string[];
}

const journeys: readonly Journey[] = [
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
];

/** Whether the client tells fragments at all: it does so of a URL that redirects nowhere. */
const tellsFragments = { fact: { kind: 'final-url' }, oneOf: ['{home}/plain#here'] } as const;

const checks = ({ requirement, fragments }: Journey): readonly Check[] => [
  { fact: { kind: 'followed', to: '{home}/target', call: 2 }, rulings: following[302] },
  {
    fact: { kind: 'final-url', call: 2 },
    given: tellsFragments,
    rulings: [
      must(
        requirement,
        fragments.map((fragment) => `{home}/target${fragment}`),
      ),
    ],
  },
];

/** The fragment of the final URL, by the word of clients that tell one. */
export const finalUrls: readonly Scenario[] = journeys.map((journey) => {
  const { name, title, start, location, onwards, covers } = journey;
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
    checks: checks(journey),
  });
});

const apart = 'So the URL of a Response in Fetch. Other libraries are free to tell the fragment, and some do.';

/** What Fetch itself tells its caller. */
export const told: Scenario = scenario({
  id: 'fragments/told',
  title: 'A fragment in the URL, and the final URL as the client tells it',
  routes: {
    '{home}/start': to('/target'),
    '{home}/target': { status: 200, body: 'arrived' },
  },
  call: { method: 'GET', url: '{home}/start#here' },
  covers: ['f-response-url-excludes'],
  checks: [
    { fact: { kind: 'followed', to: '{home}/target' }, rulings: following[302] },
    { fact: { kind: 'final-url' }, rulings: [should('fetch/response-url', '{home}/target', apart)] },
  ],
});

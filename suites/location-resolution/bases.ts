import { resolved } from '../rulings/locations.ts';
import { redirect, to } from '../builders/redirect.ts';
import type { Template } from '../vocabulary/answer.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';

interface Row {
  readonly name: string;
  readonly title: string;
  readonly start: Place;
  /** The redirects after the first, each with its Location. The last Location is relative. */
  readonly stops: readonly (readonly [at: Place, location: Template])[];
  readonly target: Place;
}

const rows: readonly Row[] = [
  {
    name: 'base-of-the-second-redirect',
    title: 'A relative Location in the second redirect, in another directory',
    start: '{home}/a/start',
    stops: [['{home}/b/c/middle', 'target']],
    target: '{home}/b/c/target',
  },
  {
    name: 'base-at-another-host',
    title: 'A relative Location in the second redirect, at another host',
    start: '{home}/a/start',
    stops: [['{other}/b/middle', '/target']],
    target: '{other}/target',
  },
  {
    name: 'base-without-path',
    title: 'A relative Location in the response to a URL without a path',
    start: '{home}/a/start',
    stops: [['{other}/', 'target']],
    target: '{other}/target',
  },
  {
    name: 'base-after-three-redirects',
    title: 'Several relative Locations, each resolved against the URL before it',
    start: '{home}/a/start',
    stops: [
      ['{home}/b/one', '../c/two'],
      ['{home}/c/two', 'd/three'],
      ['{home}/c/d/three', 'target'],
    ],
    target: '{home}/c/d/target',
  },
];

const toScenario = ({ name, title, start, stops, target }: Row): Scenario => {
  const [first, last] = [stops.at(0), stops.at(-1)];
  if (!first || !last) throw new Error(`${name} has no second redirect`);
  return scenario({
    id: `location-resolution/${name}`,
    title,
    routes: {
      [start]: to(first[0].replace(/}\/$/, '}')),
      ...Object.fromEntries(stops.map(([at, location]) => [at, to(location)])),
      [target]: { status: 200, body: 'arrived' },
    },
    call: { method: 'GET', url: start },
    covers: ['l-base-is-current-hop', ...(name === 'base-without-path' ? ['l-base-no-slash'] : [])],
    checks: [{ fact: { kind: 'next', after: last[0] }, rulings: resolved('rfc9110/relative-location-resolved', target) }],
  });
};

/** The base of a relative Location is the URL that answered with it. */
export const bases: readonly Scenario[] = [
  ...rows.map(toScenario),
  redirect({
    id: 'location-resolution/base-query-with-slashes',
    title: 'A relative Location in the response to a query with slashes',
    start: '{home}/?x/y/z',
    answer: to('g'),
    target: '{home}/g',
    covers: ['l-base-no-slash', 'l-original-query-not-carried'],
    rulings: resolved('rfc3986/base-query-dropped', '{home}/g'),
  }),
];

import { scenario } from '../builders/scenario.ts';
import { atLeast, must } from '../rulings/ruling.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import {
  uncachedPage,
  secondArrivesAgain,
  requestCountOnArrival,
  firstFollows,
  freshFields,
  getOf,
  redirectPlace,
} from './parts.ts';

const relations: readonly { readonly name: string; readonly title: string; readonly end: Place }[] = [
  { name: 'other-host', title: 'another host', end: '{other}/target' },
  { name: 'subdomain', title: 'a subdomain', end: '{sub}/target' },
  { name: 'other-port', title: 'another port', end: '{home-8080}/target' },
  { name: 'scheme-up', title: 'the same host over https', end: '{home-tls}/target' },
];

/** The second call may take the redirect from the cache. It sends no more credentials than the first. */
export const cachedCredentials: readonly Scenario[] = relations.flatMap(({ name, title, end }) =>
  ([301, 302, 308] as const).map((status) =>
    scenario({
      id: `caching/credentials-${name}-${status}`,
      title: `A fresh ${status} to ${title}, twice, with credentials`,
      needs: ['cache'],
      routes: { [redirectPlace]: { status, location: end, headers: freshFields }, [end]: uncachedPage },
      calls: [getOf(redirectPlace), getOf(redirectPlace)],
      plant: ['cookie', 'proxy-authorization'],
      covers: ['ca-hit-follows'],
      checks: [
        firstFollows(status, end),
        secondArrivesAgain(status),
        requestCountOnArrival(end, [must('rfc9111/no-store-not-stored', atLeast(2))]),
      ],
    }),
  ),
);

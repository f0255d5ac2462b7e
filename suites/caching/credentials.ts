import { scenario } from '../scenario.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { must } from '../rulings.ts';
import { arrived, arrivesAgain, askedOnArrival, atLeast, followed, fresh, get, start } from './parts.ts';

const relations: readonly { readonly name: string; readonly title: string; readonly end: Place }[] = [
  { name: 'other-host', title: 'another host', end: '{other}/target' },
  { name: 'subdomain', title: 'a subdomain', end: '{sub}/target' },
  { name: 'other-port', title: 'another port', end: '{home-8080}/target' },
  { name: 'scheme-up', title: 'the same host by https', end: '{home-tls}/target' },
];

/** The second call may be told by its own cache where to go. It takes no more along than the first. */
export const credentials: readonly Scenario[] = relations.flatMap(({ name, title, end }) =>
  ([301, 302, 308] as const).map((status) =>
    scenario({
      id: `caching/credentials-${name}-${status}`,
      title: `A fresh ${status} to ${title}, twice, with credentials`,
      needs: ['cache'],
      routes: { [start]: { status, location: end, headers: fresh }, [end]: arrived },
      calls: [get(start), get(start)],
      plant: ['cookie', 'proxy-authorization'],
      covers: ['ca-hit-follows'],
      checks: [
        followed(status, end),
        arrivesAgain(status),
        askedOnArrival(end, [must('rfc9111/no-store-not-stored', atLeast(2))]),
      ],
    }),
  ),
);

import type { RowId } from '../coverage/behaviours/index.ts';
import { following } from '../following.ts';
import { may, must } from '../rulings.ts';
import { scenario, type Spec } from '../scenario.ts';
import type { Check, Ruling } from '../vocabulary/check.ts';
import { secrets, type Secret } from '../vocabulary/fact.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Routes, Scenario } from '../vocabulary/scenario.ts';

const atReturn: Readonly<Record<Secret, readonly Ruling[]>> = {
  authorization: [must('fetch/authorization-stays-dropped', 'absent'), must('strict/credentials-stay-at-their-origin', 'absent')],
  'x-api-key': [may('fetch/other-headers-kept', ['sent', 'absent']), must('strict/credentials-stay-at-their-origin', 'absent')],
  cookie: [must('strict/credentials-stay-at-their-origin', 'absent')],
  'proxy-authorization': [must('strict/credentials-stay-at-their-origin', 'absent')],
};

/** What was taken away on the way out does not come back with the way home: that redirect was the other host's idea. */
const returned = (at: Place): readonly Check[] =>
  secrets.map((secret) => ({ fact: { kind: 'canary', secret, at }, rulings: atReturn[secret] }));

interface Journey extends Pick<Spec, 'id' | 'title'> {
  readonly stops: readonly [Place, Place, Place];
  readonly covers: readonly RowId[];
  readonly checks?: readonly Check[];
}

const journeys: readonly Journey[] = [
  {
    id: 'cross-host-auth/there-and-back',
    title: 'Credentials on the way to another host and back',
    stops: ['{home}/start', '{other}/middle', '{home}/target'],
    covers: ['a-roundtrip-stays-stripped'],
    checks: returned('{home}/target'),
  },
  {
    id: 'cross-host-auth/subdomain-and-back',
    title: 'Credentials on the way to a subdomain and back',
    stops: ['{home}/start', '{sub}/middle', '{home}/target'],
    covers: ['a-roundtrip-stays-stripped', 'a-subdomain'],
    checks: returned('{home}/target'),
  },
  {
    id: 'cross-host-auth/on-at-the-other-host',
    title: 'Credentials on the second redirect, within the other host',
    stops: ['{home}/start', '{other}/middle', '{other}/target'],
    covers: ['a-second-hop-on-new-host'],
  },
  {
    id: 'cross-host-auth/first-within-then-away',
    title: 'Credentials on a redirect within the host, then to another',
    stops: ['{home}/start', '{home}/middle', '{other}/target'],
    covers: ['a-cross-host-stripped'],
  },
];

const routes = ([start, middle, target]: Journey['stops']): Routes => ({
  [start]: { status: 302, location: middle },
  [middle]: { status: 302, location: target },
  [target]: { status: 200, body: 'arrived' },
});

export const chains: readonly Scenario[] = journeys.map(({ id, title, stops, covers, checks = [] }) =>
  scenario({
    id,
    title,
    routes: routes(stops),
    call: { method: 'GET', url: stops[0] },
    plant: ['cookie', 'proxy-authorization'],
    covers,
    checks: [{ fact: { kind: 'followed', to: stops[2] }, rulings: following[302] }, ...checks],
  }),
);

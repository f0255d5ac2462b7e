import type { RowId } from '../coverage/behaviours/index.ts';
import { following } from '../rulings/following.ts';
import { may, must } from '../rulings/ruling.ts';
import type { Routes } from '../vocabulary/answer.ts';
import type { CheckOf, RulingOn } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { type Secret, secrets } from '../vocabulary/secret.ts';
import { scenario, type Spec } from '../builders/scenario.ts';

const staysRemoved = must('strict/credentials-stay-at-their-origin', 'absent');

const bySecret: Readonly<Record<Secret, readonly RulingOn<'canary'>[]>> = {
  authorization: [must('fetch/authorization-stays-dropped', 'absent'), staysRemoved],
  'x-api-key': [may('fetch/other-headers-kept', ['sent', 'absent']), staysRemoved],
  cookie: [staysRemoved],
  'proxy-authorization': [staysRemoved],
};

/** A removed credential must not come back at its own origin: it was the other host that redirected there. */
const canariesAt = (at: Place): readonly CheckOf<'canary'>[] =>
  secrets.map((secret) => ({ fact: { kind: 'canary', secret, at }, rulings: bySecret[secret] }));

interface Row extends Pick<Spec, 'id' | 'title'> {
  readonly stops: readonly [Place, Place, Place];
  readonly covers: readonly RowId[];
  readonly checks?: readonly CheckOf<'canary'>[];
}

const rows: readonly Row[] = [
  {
    id: 'cross-host-auth/there-and-back',
    title: 'Credentials on redirects to another host and back',
    stops: ['{home}/start', '{other}/middle', '{home}/target'],
    covers: ['a-roundtrip-stays-stripped'],
    checks: canariesAt('{home}/target'),
  },
  {
    id: 'cross-host-auth/subdomain-and-back',
    title: 'Credentials on redirects to a subdomain and back',
    stops: ['{home}/start', '{sub}/middle', '{home}/target'],
    covers: ['a-roundtrip-stays-stripped', 'a-subdomain'],
    checks: canariesAt('{home}/target'),
  },
  {
    id: 'cross-host-auth/port-and-back',
    title: 'Credentials on redirects to another port and back',
    stops: ['{home}/start', '{home-8080}/middle', '{home}/target'],
    covers: ['a-roundtrip-stays-stripped', 'a-diff-port-same-host'],
    checks: canariesAt('{home}/target'),
  },
  {
    id: 'cross-host-auth/parent-domain-and-back',
    title: 'Credentials on redirects to the parent domain and back',
    stops: ['{sub}/start', '{home}/middle', '{sub}/target'],
    covers: ['a-roundtrip-stays-stripped', 'a-parent-or-sibling-domain'],
    checks: canariesAt('{sub}/target'),
  },
  {
    id: 'cross-host-auth/on-at-the-other-host',
    title: 'Credentials on a redirect to another host, then one within that host',
    stops: ['{home}/start', '{other}/middle', '{other}/target'],
    covers: ['a-second-hop-on-new-host'],
  },
  {
    id: 'cross-host-auth/first-within-then-away',
    title: 'Credentials on a redirect within the host, then one to another host',
    stops: ['{home}/start', '{home}/middle', '{other}/target'],
    covers: ['a-cross-host-stripped'],
  },
];

const routes = ([start, middle, target]: Row['stops']): Routes => ({
  [start]: { status: 302, location: middle },
  [middle]: { status: 302, location: target },
  [target]: { status: 200, body: 'arrived' },
});

const toScenario = ({ id, title, stops, covers, checks = [] }: Row): Scenario =>
  scenario({
    id,
    title,
    routes: routes(stops),
    call: { method: 'GET', url: stops[0] },
    plant: ['cookie', 'proxy-authorization'],
    covers,
    checks: [{ fact: { kind: 'followed', to: stops[2] }, rulings: following[302] }, ...checks],
  });

export const crossHostChains: readonly Scenario[] = rows.map(toScenario);

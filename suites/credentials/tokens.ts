import { routesAlong } from '../builders/redirect.ts';
import { followingAlong } from '../rulings/following.ts';
import { must } from '../rulings/ruling.ts';
import type { Check } from '../vocabulary/check.ts';
import { type OriginName, originOf, type Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import type { RedirectStatus } from '../vocabulary/status.ts';
import { withoutAuthorization } from './basic.ts';

interface Row {
  readonly name: string;
  readonly title: string;
  readonly status?: RedirectStatus;
  readonly stops: readonly [Place, Place, ...Place[]];
  /** The origins that the function knows a token for. */
  readonly known: readonly [OriginName, ...OriginName[]];
}

const rows: readonly Row[] = [
  { name: 'same-origin', title: 'within the origin', stops: ['{home}/start', '{home}/target'], known: ['home'] },
  {
    name: 'same-origin-twice',
    title: 'within the origin, twice',
    stops: ['{home}/start', '{home}/middle', '{home}/target'],
    known: ['home', 'other'],
  },
  {
    name: 'other-host',
    title: 'to another host that it knows a token for',
    stops: ['{home}/start', '{other}/target'],
    known: ['home', 'other'],
  },
  {
    name: 'other-host-307',
    title: 'to another host that it knows a token for',
    status: 307,
    stops: ['{home}/start', '{other}/target'],
    known: ['home', 'other'],
  },
  {
    name: 'one-origin-only',
    title: 'to another host that it knows nothing for',
    stops: ['{home}/start', '{other}/target'],
    known: ['home'],
  },
  {
    name: 'one-origin-only-308',
    title: 'to another host that it knows nothing for',
    status: 308,
    stops: ['{home}/start', '{other}/target'],
    known: ['home'],
  },
  { name: 'port', title: 'to another port', stops: ['{home}/start', '{home-8080}/target'], known: ['home'] },
  { name: 'subdomain', title: 'to a subdomain', stops: ['{home}/start', '{sub}/target'], known: ['home'] },
  { name: 'parent-domain', title: 'to the parent domain', stops: ['{sub}/start', '{home}/target'], known: ['sub'] },
  {
    name: 'subdomain-with-token',
    title: 'to a subdomain that it knows a token for',
    stops: ['{home}/start', '{sub}/target'],
    known: ['home', 'sub'],
  },
  { name: 'scheme-up', title: 'from http to https', stops: ['{home}/start', '{home-tls}/target'], known: ['home'] },
  { name: 'scheme-down', title: 'from https to http', stops: ['{home-tls}/start', '{home}/target'], known: ['home-tls'] },
  {
    name: 'target-only',
    title: 'to another host, the only one that it knows a token for',
    stops: ['{home}/start', '{other}/target'],
    known: ['other'],
  },
  {
    name: 'on-at-the-other-host',
    title: 'to another host, then within that host',
    stops: ['{home}/start', '{other}/middle', '{other}/target'],
    known: ['home', 'other'],
  },
  {
    name: 'there-and-back',
    title: 'to another host and back, with a token for both',
    stops: ['{home}/start', '{other}/middle', '{home}/target'],
    known: ['home', 'other'],
  },
  {
    name: 'there-and-back-one-origin-only',
    title: 'to another host that it knows nothing for, and back',
    stops: ['{home}/start', '{other}/middle', '{home}/target'],
    known: ['home'],
  },
];

const tokenFor = (origin: OriginName): `Bearer of-${OriginName}` => `Bearer of-${origin}`;

/** At its own origin a token is sent. Once the chain has left its first origin, a client may ask again, or send nothing. */
function tokenAt({ stops, known }: Row, index: number): Check {
  const at = stops[index] ?? stops[0];
  const [first] = stops;
  const origin = originOf(at);
  const hasLeft = stops.slice(0, index + 1).some((stop) => originOf(stop) !== originOf(first));
  const own = known.includes(origin) ? [tokenFor(origin)] : [];
  const accepted = hasLeft || own.length === 0 ? [...own, 'absent'] : own;
  return { fact: { kind: 'field', name: 'Authorization', at }, rulings: [must('common/options-are-obeyed', accepted)] };
}

const toScenario = (row: Row): Scenario => {
  const { name, title, status = 302, stops, known } = row;
  const target = stops.at(-1) ?? stops[0];
  const isPost = status === 307 || status === 308;
  return withoutAuthorization({
    id: `credentials/token-${name}`,
    title: `A token from a function of the caller, on ${status} ${title}`,
    routes: routesAlong(stops, status),
    call: {
      method: isPost ? 'POST' : 'GET',
      url: stops[0],
      tokenProvider: known.map((origin) => [`{${origin}}`, tokenFor(origin)] as const),
      ...(isPost && { headers: [['Content-Type', 'text/plain']], body: 'hello' }),
    },
    checks: [
      { fact: { kind: 'followed', to: target }, rulings: followingAlong(stops, status) },
      ...stops.map((_, index) => tokenAt(row, index)),
    ],
  });
};

/** A function of the caller returns a token for each origin, or for one only. No token may reach an origin that it was not asked for. */
export const tokensByOrigin: readonly Scenario[] = rows.map(toScenario);

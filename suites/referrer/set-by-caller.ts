import type { RowId } from '../coverage/behaviours/index.ts';
import { following, followingAlong } from '../rulings/following.ts';
import { may, should } from '../rulings/ruling.ts';
import type { Call } from '../vocabulary/call.ts';
import type { RulingOn } from '../vocabulary/check.ts';
import type { HeaderFields } from '../vocabulary/header-fields.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { routesAlong } from '../builders/redirect.ts';
import { scenario } from '../builders/scenario.ts';

const page = '{home}/page?from=here';
const securePage = '{home-tls}/page?from=here';
const site = 'https://site.example';

type Stops = readonly [Place, ...Place[]];

interface Row {
  readonly name: string;
  readonly title: string;
  readonly field: HeaderFields[number];
  readonly status?: 302 | 303 | 307;
  readonly call?: Partial<Call>;
  readonly stops: Stops;
  readonly rulings: readonly RulingOn<'field'>[];
  readonly covers: readonly RowId[];
}

const within: Stops = ['{home}/start', '{home}/target'];
const away: Stops = ['{home}/start', '{other}/target'];
const back: Stops = ['{home}/start', '{other}/middle', '{home}/target'];

const post: Partial<Call> = { method: 'POST', body: 'name=Zoë' };

const kept = (value: string): readonly RulingOn<'field'>[] => [should('rfc9110/request-resent', value)];

/** The rules for generated fields are about the client; no standard says whether they apply to a field of the caller. */
const open = (...values: readonly string[]): readonly RulingOn<'field'>[] => [
  may(
    'rfc9110/caller-credentials-considered',
    ['absent', ...values],
    'The caller set the field; RFC 9110 leaves the decision to the client.',
  ),
];

const tainted = may('fetch/origin-null-when-tainted', ['null', 'absent', site], 'Only browsers have tainted origins.');

const rows: readonly Row[] = [
  {
    name: 'referer-same-origin',
    title: 'Referer within the origin',
    field: ['Referer', page],
    stops: within,
    rulings: kept(page),
    covers: ['ref-user-kept'],
  },
  {
    name: 'referer-in-lower-case',
    title: 'Referer within the origin, name in lower case',
    field: ['referer', page],
    stops: within,
    rulings: kept(page),
    covers: ['ref-user-kept'],
  },
  {
    name: 'origin-in-upper-case',
    title: 'Origin within the origin, name in upper case',
    field: ['ORIGIN', site],
    stops: within,
    rulings: kept(site),
    covers: ['org-same-same'],
  },
  {
    name: 'referer-other-host',
    title: 'Referer to another host',
    field: ['Referer', page],
    stops: away,
    rulings: open(page, '{home}/'),
    covers: ['ref-user-kept'],
  },
  {
    name: 'referer-down',
    title: 'Referer of a secure page, from https to http',
    field: ['Referer', securePage],
    stops: ['{home-tls}/start', '{home}/target'],
    rulings: [
      may(
        'rfc9110/no-referer-on-downgrade',
        ['absent', securePage],
        'The MUST NOT is about a user agent that knows its referrer; Go also removes a Referer of the caller.',
      ),
    ],
    covers: ['ref-user-kept', 'ref-downgrade-none'],
  },
  {
    name: 'origin-same-origin',
    title: 'Origin within the origin',
    field: ['Origin', site],
    stops: within,
    rulings: kept(site),
    covers: ['org-same-same'],
  },
  {
    name: 'origin-other-host',
    title: 'Origin to another host',
    field: ['Origin', site],
    stops: away,
    rulings: open(site, 'null'),
    covers: ['org-same-cross'],
  },
  {
    name: 'origin-there-and-back',
    title: 'Origin to another host and back',
    field: ['Origin', site],
    stops: back,
    rulings: [tainted],
    covers: ['org-cross-same-null'],
  },
  {
    name: 'origin-post-there-and-back',
    title: 'Origin of a POST to another host and back, by 307',
    field: ['Origin', site],
    status: 307,
    call: post,
    stops: back,
    rulings: [tainted],
    covers: ['org-null-cross-307-post'],
  },
  {
    name: 'origin-post-becomes-get',
    title: 'Origin of a POST that becomes GET',
    field: ['Origin', site],
    status: 303,
    call: post,
    stops: within,
    rulings: open(site),
    covers: ['org-dropped-on-get'],
  },
];

const toScenario = ({ name, title, field, status = 302, call, stops, rulings, covers }: Row): Scenario => {
  const [url] = stops;
  const target = stops.at(-1) ?? url;
  return scenario({
    id: `referrer/written-${name}`,
    title: `${title}, set by the caller`,
    routes: routesAlong(stops, status),
    call: { method: 'GET', url, headers: [field], ...call },
    covers,
    checks: [
      { fact: { kind: 'followed', to: target }, rulings: followingAlong(stops, status) },
      { fact: { kind: 'field', name: field[0], at: target }, rulings },
    ],
  });
};

/** A client without a page has no origin to send. */
const notSet: Scenario = scenario({
  id: 'referrer/no-origin-of-its-own',
  title: 'Origin of a GET within the origin, not set by the caller',
  routes: routesAlong(within, 302),
  call: { method: 'GET', url: '{home}/start' },
  covers: ['org-same-same'],
  checks: [
    { fact: { kind: 'followed', to: '{home}/target' }, rulings: following[302] },
    { fact: { kind: 'field', name: 'Origin', at: '{home}/target' }, rulings: [may('rfc9110/request-resent', 'absent')] },
  ],
});

/** `Referer` and `Origin` that the caller sets. */
export const callersReferers: readonly Scenario[] = [...rows.map(toScenario), notSet];

import { following, followingDown } from '../following.ts';
import { may, should } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Ruling } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Call, HeaderFields, Routes, Scenario } from '../vocabulary/scenario.ts';

const page = '{home}/page?from=here';
const securePage = '{home-tls}/page?from=here';
const site = 'https://site.example';

interface Row {
  readonly name: string;
  readonly title: string;
  readonly field: HeaderFields[number];
  readonly status?: 302 | 303 | 307;
  readonly call?: Partial<Call>;
  readonly stops: readonly Place[];
  readonly rulings: readonly Ruling[];
  readonly covers: readonly string[];
}

const within: readonly Place[] = ['{home}/start', '{home}/target'];
const away: readonly Place[] = ['{home}/start', '{other}/target'];
const back: readonly Place[] = ['{home}/start', '{other}/middle', '{home}/target'];

const post: Partial<Call> = { method: 'POST', body: 'name=Zoë' };

const kept = (value: string): readonly Ruling[] => [should('rfc9110/request-resent', value)];

/** Where the rules for what a client makes meet what a caller wrote, and nobody says which goes first. */
const open = (...values: readonly string[]): readonly Ruling[] => [
  may('rfc9110/caller-credentials-considered', ['absent', ...values], 'The caller wrote it: RFC 9110 leaves it to the client.'),
];

const tainted = may('fetch/origin-null-when-tainted', ['null', 'absent', site], 'Only browsers know of tainted origins.');

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
        'The MUST NOT binds a user agent that knows its referrer; Go removes also what the caller wrote.',
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

const chain = (status: 302 | 303 | 307, stops: readonly Place[]): Routes =>
  Object.fromEntries(
    stops.map((stop, index) => {
      const location = stops[index + 1];
      return [stop, location ? { status, location } : { status: 200, body: 'arrived' }];
    }),
  );

const byCaller: readonly Scenario[] = rows.map(({ name, title, field, status = 302, call, stops, rulings, covers }) => {
  const [url = '{home}/start'] = stops;
  const target = stops.at(-1) ?? '{home}/target';
  return scenario({
    id: `referrer/written-${name}`,
    title: `${title}, written by the caller`,
    routes: chain(status, stops),
    call: { method: 'GET', url, headers: [field], ...call },
    covers,
    checks: [
      {
        fact: { kind: 'followed', to: target },
        rulings: url.startsWith('{home-tls}') ? followingDown(status) : following[status],
      },
      { fact: { kind: 'field', name: field[0], at: target }, rulings },
    ],
  });
});

/** A client without a page has no origin to tell. */
const unasked: Scenario = scenario({
  id: 'referrer/no-origin-of-its-own',
  title: 'Origin of a GET within the origin, written by nobody',
  routes: chain(302, within),
  call: { method: 'GET', url: '{home}/start' },
  covers: ['org-same-same'],
  checks: [
    { fact: { kind: 'followed', to: '{home}/target' }, rulings: following[302] },
    { fact: { kind: 'field', name: 'Origin', at: '{home}/target' }, rulings: [may('rfc9110/resource-fields-renewed', 'absent')] },
  ],
});

export const written: readonly Scenario[] = [...byCaller, unasked];

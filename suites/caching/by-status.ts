import type { RowId } from '../coverage/behaviours/index.ts';
import { atLeast, may, must } from '../rulings/ruling.ts';
import type { Check, RulingOn } from '../vocabulary/check.ts';
import type { HeaderFields } from '../vocabulary/header-fields.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';
import {
  cacheablePage,
  receivesBody,
  uncachedPage,
  secondArrivesAgain,
  requestCount,
  firstFollows,
  freshFields,
  freshFieldsWith,
  getOf,
  redirectPlace,
  targetPlace,
  targetRequestedTwice,
} from './parts.ts';

const statuses = [300, 301, 302, 303, 307, 308] as const;
type Status = (typeof statuses)[number];

const longAgo = 'Mon, 01 Jan 2001 00:00:00 GMT';
const later = 'Thu, 31 Dec 2099 23:59:59 GMT';

const covers: Readonly<Record<Status, readonly RowId[]>> = {
  300: ['ca-300'],
  301: ['ca-301-cached'],
  302: ['ca-302-307-explicit'],
  303: ['ca-303'],
  307: ['ca-302-307-explicit'],
  308: ['ca-308'],
};

interface Row {
  readonly name: string;
  readonly title: string;
  readonly fields: HeaderFields;
  readonly statuses: readonly Status[];
  readonly ruling: RulingOn<'requests'>;
  readonly covers?: readonly RowId[];
}

const either = ['1', '2'] as const;

/** Redirects that a cache may reuse. */
const reusable: readonly Row[] = [
  { name: 'max-age', title: 'fresh by max-age', fields: freshFields, statuses, ruling: may('rfc9111/fresh-is-reused', either) },
  {
    name: 'expires',
    title: 'fresh by Expires',
    fields: [
      ['Cache-Control', 'public'],
      ['Expires', later],
    ],
    statuses,
    ruling: may('rfc9111/fresh-is-reused', either),
  },
  {
    name: 'private',
    title: 'fresh, for private caches only',
    fields: [['Cache-Control', 'private, max-age=3600']],
    statuses: [301, 302],
    ruling: may('rfc9111/fresh-is-reused', either, 'A shared cache does not store private responses.'),
  },
  {
    name: 'max-age-without-public',
    title: 'fresh by max-age, for a request with Authorization',
    fields: [['Cache-Control', 'max-age=3600']],
    statuses: [301],
    ruling: may('rfc9111/authorization-in-shared-caches', either),
  },
  {
    name: 'public',
    title: 'public with Last-Modified, but without explicit freshness',
    fields: [
      ['Cache-Control', 'public'],
      ['Last-Modified', longAgo],
    ],
    statuses,
    ruling: may('rfc9111/heuristic-freshness', either),
  },
  {
    name: 'bare',
    title: 'without fields about caching',
    fields: [],
    statuses: [300, 301, 308],
    ruling: may('rfc9110/heuristically-cacheable', either),
  },
];

const twice = atLeast(2);
const stale = must('rfc9111/stale-not-reused', twice);
const unfounded = must('rfc9111/stored-only-with-a-reason', twice);

/** Redirects that are requested each time. A conditional request counts as a request. */
const unusable: readonly Row[] = [
  {
    name: 'no-store',
    title: 'fresh, but with no-store',
    fields: [['Cache-Control', 'public, max-age=3600, no-store']],
    statuses,
    ruling: must('rfc9111/no-store-not-stored', twice),
  },
  {
    name: 'no-cache',
    title: 'fresh, but with no-cache',
    fields: [['Cache-Control', 'public, max-age=3600, no-cache']],
    statuses: [301, 302, 307, 308],
    ruling: must('rfc9111/no-cache-is-validated', twice),
  },
  {
    name: 'max-age-zero',
    title: 'with a max-age of 0',
    fields: [['Cache-Control', 'public, max-age=0']],
    statuses: [301, 302, 308],
    ruling: stale,
    covers: ['ca-stale-not-reused'],
  },
  {
    name: 'expired',
    title: 'with Expires in the past',
    fields: [
      ['Cache-Control', 'public'],
      ['Expires', longAgo],
    ],
    statuses: [301, 302, 308],
    ruling: stale,
    covers: ['ca-stale-not-reused'],
  },
  {
    name: 'expires-zero',
    title: 'with an Expires that is not a date',
    fields: [
      ['Cache-Control', 'public'],
      ['Expires', '0'],
    ],
    statuses: [301, 302],
    ruling: must('rfc9111/invalid-expires-is-past', twice),
    covers: ['ca-stale-not-reused'],
  },
  {
    name: 'max-age-zero-expires-later',
    title: 'with a max-age of 0 and Expires in the future',
    fields: [
      ['Cache-Control', 'public, max-age=0'],
      ['Expires', later],
    ],
    statuses: [301, 302],
    ruling: must('rfc9111/max-age-outweighs-expires', twice),
    covers: ['ca-stale-not-reused'],
  },
  {
    name: 'too-old',
    title: 'with an Age beyond its max-age',
    fields: freshFieldsWith('Age', '7200'),
    statuses: [301, 302, 308],
    ruling: must('rfc9111/age-counts', twice),
    covers: ['ca-stale-not-reused'],
  },
  {
    name: 'vary-star',
    title: 'fresh, but with Vary: *',
    fields: freshFieldsWith('Vary', '*'),
    statuses: [301, 302],
    ruling: must('rfc9111/vary-star-never-fits', twice),
  },
  {
    name: 'bare',
    title: 'without fields about caching',
    fields: [],
    statuses: [302, 303, 307],
    ruling: unfounded,
    covers: ['ca-302-307-none', 'ca-heuristic-none'],
  },
  {
    name: 'last-modified',
    title: 'with Last-Modified and no fields about caching',
    fields: [['Last-Modified', longAgo]],
    statuses: [302, 303, 307],
    ruling: unfounded,
    covers: ['ca-302-307-none', 'ca-heuristic-none'],
  },
];

const toScenario = (row: Row, status: Status, more: readonly Check[]): Scenario =>
  scenario({
    id: `caching/${status}-${row.name}`,
    title: `${status} ${row.title}, twice`,
    needs: ['cache'],
    routes: { [redirectPlace]: { status, location: targetPlace, headers: row.fields }, [targetPlace]: uncachedPage },
    calls: [getOf(redirectPlace), getOf(redirectPlace)],
    covers: row.covers ?? [...covers[status], 'ca-hit-follows'],
    checks: [
      firstFollows(status),
      requestCount(redirectPlace, [row.ruling]),
      secondArrivesAgain(status),
      ...(status === 300 ? [] : more),
    ],
  });

const toScenarios = (rows: readonly Row[], more: readonly Check[]): readonly Scenario[] =>
  rows.flatMap((row) => row.statuses.map((status) => toScenario(row, status, more)));

/** A cache above what follows redirects could store the end of the chain, which is fresh, under the URL of its beginning. */
const toFreshPage = ({ name, title, fields, ruling }: Row): Scenario =>
  scenario({
    id: `caching/302-${name}-to-a-fresh-page`,
    title: `302 ${title}, to a fresh page, twice`,
    needs: ['cache'],
    routes: { [redirectPlace]: { status: 302, location: targetPlace, headers: fields }, [targetPlace]: cacheablePage },
    calls: [getOf(redirectPlace), getOf(redirectPlace)],
    covers: ['ca-redirect-to-cached-result'],
    checks: [firstFollows(302), requestCount(redirectPlace, [ruling]), secondArrivesAgain(302), receivesBody(targetPlace)],
  });

/** Two calls for one redirect. Its target is never stored, so both calls request it. */
export const cachedStatuses: readonly Scenario[] = [
  ...toScenarios(reusable, [targetRequestedTwice]),
  ...toScenarios(unusable, []),
  ...unusable.map(toFreshPage),
];

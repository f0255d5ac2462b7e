import type { RowId } from '../coverage/behaviours/index.ts';
import { may, must } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Check, Ruling } from '../vocabulary/check.ts';
import type { HeaderFields, Scenario } from '../vocabulary/scenario.ts';
import {
  arrived,
  arrivesAgain,
  asked,
  atLeast,
  followed,
  fresh,
  freshWith,
  get,
  start,
  target,
  targetAskedTwice,
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
  readonly ruling: Ruling;
  readonly covers?: readonly RowId[];
}

const either = ['1', '2'] as const;

/** What may be reused, and need not be. */
const reusable: readonly Row[] = [
  { name: 'max-age', title: 'fresh by max-age', fields: fresh, statuses, ruling: may('rfc9111/fresh-is-reused', either) },
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
    title: 'fresh, and for private caches only',
    fields: [['Cache-Control', 'private, max-age=3600']],
    statuses: [301, 302],
    ruling: may('rfc9111/fresh-is-reused', either, 'A shared cache stores nothing of what is private.'),
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
    title: 'public and with Last-Modified, but without a word on freshness',
    fields: [
      ['Cache-Control', 'public'],
      ['Last-Modified', longAgo],
    ],
    statuses,
    ruling: may('rfc9111/heuristic-freshness', either),
  },
  {
    name: 'bare',
    title: 'without a word on caching',
    fields: [],
    statuses: [300, 301, 308],
    ruling: may('rfc9110/heuristically-cacheable', either),
  },
];

const twice = atLeast(2);
const stale = must('rfc9111/stale-not-reused', twice);
const unfounded = must('rfc9111/stored-only-with-a-reason', twice);

/** What is asked for each time; a question that carries conditions is one as well. */
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
    title: 'with an Expires that is no date',
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
    title: 'with a max-age of 0 and an Expires to come',
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
    fields: freshWith('Age', '7200'),
    statuses: [301, 302, 308],
    ruling: must('rfc9111/age-counts', twice),
    covers: ['ca-stale-not-reused'],
  },
  {
    name: 'vary-star',
    title: 'fresh, but with Vary: *',
    fields: freshWith('Vary', '*'),
    statuses: [301, 302],
    ruling: must('rfc9111/vary-star-never-fits', twice),
  },
  {
    name: 'bare',
    title: 'without a word on caching',
    fields: [],
    statuses: [302, 303, 307],
    ruling: unfounded,
    covers: ['ca-302-307-none', 'ca-heuristic-none'],
  },
  {
    name: 'last-modified',
    title: 'with Last-Modified and nothing else on caching',
    fields: [['Last-Modified', longAgo]],
    statuses: [302, 303, 307],
    ruling: unfounded,
    covers: ['ca-302-307-none', 'ca-heuristic-none'],
  },
];

const askedForTwice = (row: Row, status: Status, more: readonly Check[]): Scenario =>
  scenario({
    id: `caching/${status}-${row.name}`,
    title: `${status} ${row.title}, twice`,
    needs: ['cache'],
    routes: { [start]: { status, location: target, headers: row.fields }, [target]: arrived },
    calls: [get(start), get(start)],
    covers: row.covers ?? [...covers[status], 'ca-hit-follows'],
    checks: [followed(status), asked(start, [row.ruling]), arrivesAgain(status), ...(status === 300 ? [] : more)],
  });

const every = (rows: readonly Row[], more: readonly Check[]): readonly Scenario[] =>
  rows.flatMap((row) => row.statuses.map((status) => askedForTwice(row, status, more)));

/** Two calls for one redirect. Its target is never stored, so it is asked for in each of them. */
export const byStatus: readonly Scenario[] = [...every(reusable, [targetAskedTwice]), ...every(unusable, [])];

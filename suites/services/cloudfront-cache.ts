import { scenario } from '../builders/scenario.ts';
import { following } from '../rulings/following.ts';
import { may, must, should } from '../rulings/ruling.ts';
import type { Case, Response } from '../vocabulary/answer.ts';
import type { Call } from '../vocabulary/call.ts';
import type { Check, RulingOn } from '../vocabulary/check.ts';
import type { PathPlace } from '../vocabulary/origin.ts';
import type { Scenario, ScenarioEvent } from '../vocabulary/scenario.ts';

// A rule of the bucket redirects, and an edge server keeps the redirect after the rule is gone.

const oldPlace: PathPlace = '{home}/old-prefix/photo.jpg';
const newPlace: PathPlace = '{home}/new-prefix/photo.jpg';
const bucketOld: PathPlace = '{other}/old-prefix/photo.jpg';
const bucketNew: PathPlace = '{other}/new-prefix/photo.jpg';

type Status = 301 | 302 | 307 | 308;

const MINUTE = 60;
const HOUR = 3600;
const DAY = 86_400;

/** One row: what the bucket says of its redirect, and what happens until the client sees that the rule is gone. */
interface Row {
  /** Part of a permanent id. “Told” is the edge server that gets a Cache-Control. */
  readonly name: string;
  readonly title: string;
  readonly status: Status;
  readonly cacheControl?: string;
  /** With it, the bucket confirms the redirect as long as the rule is there. */
  readonly etag?: string;
  /** From which call on the bucket has no rule. */
  readonly withdrawnAt: number;
  /** The events between the calls; there is one call more. */
  readonly events: readonly Omit<ScenarioEvent, 'beforeCall'>[];
  /** For a client with a cache of its own. */
  readonly needs?: Scenario['needs'];
  readonly requests: readonly RulingOn<'requests'>[];
}

const later = { title: 'A minute later', seconds: MINUTE };
const withdrawn = { title: 'The rule is withdrawn from the bucket', seconds: MINUTE };
const invalidated = {
  title: '/old-prefix/* is invalidated at the edge server',
  seconds: MINUTE,
  invalidate: '/old-prefix/*',
};
const expired = { title: 'The edge server has kept the redirect for a day', seconds: DAY };

const upTo = (count: number): readonly `${number}`[] => Array.from({ length: count }, (_, index) => `${index + 1}` as const);

/** While a redirect is fresh, a client that keeps it need not ask. */
const mayBeKept = (calls: number, disputed?: string): RulingOn<'requests'> =>
  may('rfc9111/fresh-is-reused', upTo(calls), disputed);

/** No cache may keep a 302 or 307 without explicit freshness; a 301 or 308 has a heuristic one. */
const withoutFreshness = (status: Status, calls: number): RulingOn<'requests'> =>
  status === 301 || status === 308
    ? may('rfc9110/heuristically-cacheable', upTo(calls))
    : must('rfc9111/stored-only-with-a-reason', `${calls}`);

const ofTemporary = (status: 307 | 308): readonly Row[] => [
  {
    name: `told-${status}`,
    title: `A ${status} that only shared caches may keep, until it is invalidated at the edge server`,
    status,
    cacheControl: 's-maxage=3600',
    withdrawnAt: 3,
    events: [later, withdrawn, invalidated],
    requests: [mayBeKept(4)],
  },
  {
    name: `told-all-${status}`,
    title: `A ${status} that every cache may keep, and a client with a cache`,
    status,
    // Without public, a shared cache keeps no answer to a request with Authorization.
    cacheControl: 'public, max-age=3600',
    withdrawnAt: 3,
    events: [later, withdrawn, invalidated],
    needs: ['cache'],
    requests: [mayBeKept(4)],
  },
  {
    name: `untold-${status}`,
    title: `A ${status} without Cache-Control, which the edge server does not keep`,
    status,
    withdrawnAt: 2,
    events: [withdrawn],
    requests: [withoutFreshness(status, 2)],
  },
];

const byDefault = (status: 301 | 302): Row => ({
  name: `by-ttl-${status}`,
  title: `A ${status} without Cache-Control, which the edge server keeps for a day`,
  status,
  withdrawnAt: 2,
  events: [withdrawn, expired],
  requests: [withoutFreshness(status, 3)],
});

/** A cache of a client may be a shared one, so it may do what the edge server does. */
const inSharedCache: Row = {
  name: 'told-shared-307',
  title: 'A 307 that only shared caches may keep, and a client with a cache',
  status: 307,
  cacheControl: 's-maxage=3600',
  withdrawnAt: 3,
  events: [later, withdrawn, invalidated],
  needs: ['cache'],
  requests: [mayBeKept(4, 'The cache of one user need not be a shared one.')],
};

const confirmed: Row = {
  name: 'confirmed-301',
  title: 'A 301 that the bucket confirms once the edge server has kept it for an hour',
  status: 301,
  cacheControl: 's-maxage=3600',
  etag: '"v1"',
  withdrawnAt: 3,
  events: [{ title: 'An hour later', seconds: HOUR }, withdrawn, { title: 'Another hour later', seconds: HOUR }],
  requests: [withoutFreshness(301, 4)],
};

const rows: readonly Row[] = [...ofTemporary(307), ...ofTemporary(308), byDefault(301), byDefault(302), inSharedCache, confirmed];

const redirectOf = ({ status, cacheControl, etag }: Row): Response => ({
  status,
  headers: [
    ['Location', newPlace],
    ['Server', 'AmazonS3'],
    ...(cacheControl === undefined ? [] : [['Cache-Control', cacheControl] as const]),
    ...(etag === undefined ? [] : [['ETag', etag] as const]),
  ],
});

const confirming = (etag: string): Case => ({
  when: { header: { name: 'if-none-match', includes: etag } },
  answer: { status: 304, headers: [['ETag', etag]] },
});

/** Every call but the last meets the redirect. What the edge server asks and answers says nothing about the client, and is shown only. */
const checksOn = ({ status, events, requests }: Row): readonly Check[] => {
  const calls = events.length + 1;
  const followed = Array.from({ length: calls - 1 }, (_, index): Check => ({
    fact: { kind: 'followed', to: newPlace, ...(index > 0 && { call: index + 1 }) },
    rulings: [...following[status], ...(index === 0 ? [should('convention/cloudfront-relays-redirects', 'followed')] : [])],
  }));
  return [
    ...followed,
    { fact: { kind: 'requests', at: oldPlace }, rulings: requests },
    { fact: { kind: 'requests', at: bucketOld }, rulings: [] },
    { fact: { kind: 'response-header', name: 'X-Cache', call: calls }, rulings: [] },
  ];
};

const toScenario = (row: Row): Scenario =>
  scenario({
    id: `services/edge-${row.name}`,
    title: row.title,
    edge: { at: 'home', origin: 'other' },
    routes: {
      [bucketOld]: [
        { when: { fromCall: row.withdrawnAt }, answer: { status: 200, body: 'the old photo, back again' } },
        ...(row.etag === undefined ? [] : [confirming(row.etag)]),
        { answer: redirectOf(row) },
      ],
      [bucketNew]: { status: 200, body: 'a photo' },
    },
    calls: Array.from({ length: row.events.length + 1 }, (): Call => ({ method: 'GET', url: oldPlace })),
    events: row.events.map((event, index) => ({ beforeCall: index + 2, ...event })),
    ...(row.needs && { needs: row.needs }),
    checks: checksOn(row),
  });

export const cloudfrontCache: readonly Scenario[] = rows.map(toScenario);

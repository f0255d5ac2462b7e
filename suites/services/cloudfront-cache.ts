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

const everyCallAsks = (count: `${number}`): RulingOn<'requests'> => should('convention/cloudfront-keeps-307-if-told', count);

const told = (status: 307 | 308): readonly Row[] => [
  {
    name: `told-${status}`,
    title: `A ${status} that only the edge server may keep, until it is invalidated`,
    status,
    cacheControl: 's-maxage=3600',
    withdrawnAt: 3,
    events: [later, withdrawn, invalidated],
    requests: [must('rfc9111/stored-only-with-a-reason', '4'), everyCallAsks('4')],
  },
  {
    name: `told-all-${status}`,
    title: `A ${status} that everybody may keep: a client with a cache, too`,
    status,
    cacheControl: 'max-age=3600',
    withdrawnAt: 3,
    events: [later, withdrawn, invalidated],
    needs: ['cache'],
    requests: [may('rfc9111/fresh-is-reused', ['1', '2', '3', '4'])],
  },
  {
    name: `untold-${status}`,
    title: `A ${status} without Cache-Control, which the edge server does not keep`,
    status,
    withdrawnAt: 2,
    events: [withdrawn],
    requests: [everyCallAsks('2')],
  },
];

const byTimeToLive = (status: 301 | 302): Row => ({
  name: `by-ttl-${status}`,
  title: `A ${status} without Cache-Control, which the edge server keeps for a day`,
  status,
  withdrawnAt: 2,
  events: [withdrawn, expired],
  requests: [may(`rfc9110/${status}-may-follow`, '3')],
});

/** A cache of a client may be a shared one, so it may do what the edge server does. */
const toldShared: Row = {
  name: 'told-shared-307',
  title: 'A 307 that only shared caches may keep, and a client with a cache',
  status: 307,
  cacheControl: 's-maxage=3600',
  withdrawnAt: 3,
  events: [later, withdrawn, invalidated],
  needs: ['cache'],
  requests: [
    may('rfc9111/authorization-in-shared-caches', ['1', '2', '3', '4'], 'The cache of one user need not be a shared one.'),
    everyCallAsks('4'),
  ],
};

const confirmed: Row = {
  name: 'confirmed-301',
  title: 'A 301 that the bucket confirms once the edge server has kept it for an hour',
  status: 301,
  cacheControl: 's-maxage=3600',
  etag: '"v1"',
  withdrawnAt: 3,
  events: [{ title: 'An hour later', seconds: HOUR }, withdrawn, { title: 'Another hour later', seconds: HOUR }],
  requests: [may('rfc9110/heuristically-cacheable', ['1', '2', '3', '4'])],
};

const rows: readonly Row[] = [...told(307), ...told(308), byTimeToLive(301), byTimeToLive(302), toldShared, confirmed];

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

/** Whether a call meets the redirect: every one but the last. */
const checksOn = (row: Row): readonly Check[] => {
  const calls = row.events.length + 1;
  return [
    ...Array.from({ length: calls - 1 }, (_, index): Check => ({
      fact: { kind: 'followed', to: newPlace, ...(index > 0 && { call: index + 1 }) },
      rulings:
        index === 0
          ? [...following[row.status], should('convention/cloudfront-relays-redirects', 'followed')]
          : following[row.status],
    })),
    { fact: { kind: 'requests', at: oldPlace }, rulings: row.requests },
    // What the edge server asks is no merit of the client.
    { fact: { kind: 'requests', at: bucketOld }, rulings: [] },
    {
      fact: { kind: 'response-header', name: 'X-Cache', call: calls },
      given: { fact: { kind: 'requests', at: oldPlace }, oneOf: [`${calls}`] },
      rulings: [should('convention/cloudfront-relays-redirects', 'Miss from cloudfront')],
    },
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

import { resentRulings } from '../rulings/bodies.ts';
import { following } from '../rulings/following.ts';
import { requestRulings } from '../rulings/methods.ts';
import { must, not } from '../rulings/ruling.ts';
import type { Routes } from '../vocabulary/answer.ts';
import type { Call } from '../vocabulary/call.ts';
import type { Check, CheckOf } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';

const start: Place = '{home}/start';
const target: Place = '{home}/target';

const arrived = { status: 200, body: 'arrived' } as const;

/** 640 bytes: within the limit, but not twice. */
const short: Call = {
  method: 'POST',
  url: start,
  headers: [['Content-Type', 'text/plain']],
  body: { repeat: 'sixteen letters ', times: 40 },
  maxRequestBytes: 1000,
};

interface Within {
  readonly name: string;
  readonly title: string;
  readonly routes: Routes;
  readonly status: 303 | 307;
  readonly request: CheckOf<'request'>['rulings'];
}

const within: readonly Within[] = [
  {
    name: 'resent',
    title: 'a 307',
    routes: { [start]: { status: 307, location: target }, [target]: arrived },
    status: 307,
    request: resentRulings(307),
  },
  {
    name: 'resent-twice',
    title: 'two 307',
    routes: {
      [start]: { status: 307, location: '{home}/middle' },
      '{home}/middle': { status: 307, location: target },
      [target]: arrived,
    },
    status: 307,
    request: resentRulings(307),
  },
  {
    name: 'dropped',
    title: 'a 303',
    routes: { [start]: { status: 303, location: target }, [target]: arrived },
    status: 303,
    request: requestRulings(303, 'POST'),
  },
];

/** Each request is within the limit. All requests of the chain together are not, which does not matter. */
const withinTheLimit: readonly Scenario[] = within.map(({ name, title, routes, status, request }) =>
  scenario({
    id: `options/request-limit-${name}`,
    title: `At most 1000 bytes in a request, and a body of 640 bytes answered by ${title}`,
    routes,
    call: short,
    checks: [
      { fact: { kind: 'followed', to: target }, rulings: following[status] },
      { fact: { kind: 'request', at: target }, rulings: request },
    ],
  }),
);

const notSentWhole = (at: Place): Check => ({
  fact: { kind: 'request', at },
  rulings: [must('common/options-are-obeyed', not('POST, same body'))],
});

const long = { repeat: 'sixteen letters ', times: 256 } as const;
const parts = Array.from({ length: 16 }, () => long.repeat.repeat(16));

const tooLong: readonly (readonly [name: string, title: string, body: NonNullable<Call['body']>])[] = [
  ['exceeded', 'a body of 4 kB', long],
  ['exceeded-by-a-stream', 'a stream of 4 kB', { stream: parts }],
];

/** A longer body is not sent, neither to the first server nor to the next. */
const beyondTheLimit: readonly Scenario[] = tooLong.map(([name, title, body]) =>
  scenario({
    id: `options/request-limit-${name}`,
    title: `At most 1000 bytes in a request, and ${title} answered by 307`,
    routes: { [start]: { status: 307, location: target }, [target]: arrived },
    call: { ...short, body },
    checks: [
      {
        fact: { kind: 'followed', to: target },
        rulings: [must('common/options-are-obeyed', not('followed', 'returned 307'))],
      },
      notSentWhole(start),
      notSentWhole(target),
    ],
  }),
);

interface Unfollowed {
  readonly name: string;
  readonly title: string;
  readonly how: Pick<Call, 'redirect' | 'maxRedirects'>;
}

const unfollowed: readonly Unfollowed[] = [
  { name: 'manual', title: 'in manual mode', how: { redirect: 'manual' } },
  { name: 'error', title: 'in error mode', how: { redirect: 'error' } },
  { name: 'no-redirects', title: 'where no redirect is allowed', how: { maxRedirects: 0 } },
];

/** A client may use other code for a request whose redirect it does not follow: the limit holds there too. */
const beyondWhereNoneIsFollowed: readonly Scenario[] = unfollowed.flatMap(({ name, title, how }) =>
  tooLong.map(([kind, body, content]) =>
    scenario({
      id: `options/request-limit-${kind}-${name}`,
      title: `At most 1000 bytes in a request, and ${body} ${title}`,
      routes: { [start]: { status: 307, location: target }, [target]: arrived },
      call: { ...short, ...how, body: content },
      checks: [{ fact: { kind: 'outcome' }, rulings: [must('common/options-are-obeyed', 'any error')] }, notSentWhole(start)],
    }),
  ),
);

/** A limit on the body of each request, for clients that have one. */
export const requestLimits: readonly Scenario[] = [...withinTheLimit, ...beyondTheLimit, ...beyondWhereNoneIsFollowed];

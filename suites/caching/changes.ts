import { atLeast, may, must, not, should } from '../rulings/ruling.ts';
import type { Answer } from '../vocabulary/answer.ts';
import type { Check, RulingOn } from '../vocabulary/check.ts';
import type { HeaderFields } from '../vocabulary/header-fields.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';
import {
  uncachedPage,
  secondArrivesAgain,
  requestCount,
  requestCountOnArrival,
  firstFollows,
  getOf,
  receivesBody,
  cacheablePage,
  redirectPlace,
  targetPlace,
} from './parts.ts';

const moved: Place = '{home}/moved';

const unconfirmed: HeaderFields = [
  ['Cache-Control', 'public, no-cache'],
  ['ETag', '"v1"'],
];
const lastModified = 'Mon, 01 Jan 2001 00:00:00 GMT';

const temporaryRulings: Readonly<Record<302 | 303 | 307, readonly RulingOn<'requests'>[]>> = {
  302: [may('rfc9110/302-is-temporary', atLeast(1))],
  303: [],
  307: [may('rfc9110/307-is-temporary', atLeast(1))],
};

/** The final answer may be cached under the URL that returned it, but not under the URL of the redirect. */
const temporary: readonly Scenario[] = ([302, 303, 307] as const).map((status) =>
  scenario({
    id: `caching/${status}-leads-elsewhere-later`,
    title: `${status} without freshness that has another Location the second time`,
    needs: ['cache'],
    routes: {
      [redirectPlace]: [
        { when: { visit: 1 }, answer: { status, location: targetPlace } },
        { answer: { status, location: moved } },
      ],
      [targetPlace]: cacheablePage,
      [moved]: { ...cacheablePage, body: 'moved on' },
    },
    calls: [getOf(redirectPlace), getOf(redirectPlace)],
    covers: ['ca-302-307-none'],
    checks: [
      firstFollows(status),
      requestCountOnArrival(moved, [must('rfc9111/stored-only-with-a-reason', atLeast(1)), ...temporaryRulings[status]]),
      receivesBody(moved),
    ],
  }),
);

/** The conditions of the cache belong to its own validation request only. */
const noCondition = (name: string): Check => ({
  fact: { kind: 'field', name, at: targetPlace, visit: 2 },
  rulings: [must('fetch/generated-fields-per-request', 'absent'), should('rfc9110/cache-validators-removed', 'absent')],
});

interface Confirmed {
  readonly name: string;
  readonly title: string;
  readonly fields: HeaderFields;
  readonly condition: { readonly name: string; readonly includes: string };
}

const validators: readonly Confirmed[] = [
  {
    name: 'etag',
    title: 'by its ETag',
    fields: unconfirmed,
    condition: { name: 'If-None-Match', includes: '"v1"' },
  },
  {
    name: 'last-modified',
    title: 'by its Last-Modified',
    fields: [
      ['Cache-Control', 'public, no-cache'],
      ['Last-Modified', lastModified],
    ],
    condition: { name: 'If-Modified-Since', includes: lastModified },
  },
];

/** A 304 confirms the stored redirect; it is not a response for the caller. */
const confirmed: readonly Scenario[] = validators.flatMap(({ name, title, fields, condition }) =>
  ([301, 302, 308] as const).map((status) => {
    const again = secondArrivesAgain(status);
    return scenario({
      id: `caching/${status}-confirmed-by-${name}`,
      title: `${status} with no-cache that the server confirms ${title}`,
      needs: ['cache'],
      routes: {
        [redirectPlace]: [
          { when: { header: condition }, answer: { status: 304, headers: fields } },
          { answer: { status, location: targetPlace, headers: fields } },
        ],
        [targetPlace]: uncachedPage,
      },
      calls: [getOf(redirectPlace), getOf(redirectPlace)],
      covers: ['ca-stale-not-reused', 'ca-hit-follows'],
      checks: [
        firstFollows(status),
        requestCount(redirectPlace, [must('rfc9111/no-cache-is-validated', atLeast(2))]),
        { ...again, rulings: [...again.rulings, may('rfc9111/confirmed-is-reused', ['returned 200', `returned ${status}`])] },
        noCondition(condition.name),
      ],
    });
  }),
);

interface Replacement {
  readonly name: string;
  readonly title: string;
  readonly answer: Answer;
  readonly from: Place;
  readonly checks: readonly Check[];
}

const replacements: readonly Replacement[] = [
  {
    name: 'leads-elsewhere-now',
    title: 'has another Location',
    answer: { status: 301, location: moved, headers: unconfirmed },
    from: moved,
    checks: [secondArrivesAgain(301)],
  },
  {
    name: 'is-a-page-now',
    title: 'has become a page',
    answer: { status: 200, headers: unconfirmed, body: 'here again' },
    from: redirectPlace,
    checks: [],
  },
];

/** A full response instead of a 304 replaces the stored redirect. */
const replaced: readonly Scenario[] = replacements.map(({ name, title, answer, from, checks }) =>
  scenario({
    id: `caching/301-${name}`,
    title: `301 with no-cache that ${title} when it is requested again`,
    needs: ['cache'],
    routes: {
      [redirectPlace]: [{ when: { visit: 1 }, answer: { status: 301, location: targetPlace, headers: unconfirmed } }, { answer }],
      [targetPlace]: cacheablePage,
      [moved]: { ...cacheablePage, body: 'moved on' },
    },
    calls: [getOf(redirectPlace), getOf(redirectPlace)],
    covers: ['ca-stale-not-reused'],
    checks: [
      firstFollows(301),
      ...checks,
      requestCount(redirectPlace, [must('rfc9111/no-cache-is-validated', atLeast(2))]),
      { ...receivesBody(from), rulings: [must('rfc9111/full-answer-is-used', not('other bytes'))] },
    ],
  }),
);

/** The second answer of the server differs from the first. */
export const changedRedirects: readonly Scenario[] = [...temporary, ...confirmed, ...replaced];

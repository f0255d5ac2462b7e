import { must, not, should } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Check, Ruling } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Answer, HeaderFields, Scenario } from '../vocabulary/scenario.ts';
import { arrived, arrivesAgain, asked, askedOnArrival, atLeast, followed, get, gets, keepable, start, target } from './parts.ts';

const moved: Place = '{home}/moved';

const unconfirmed: HeaderFields = [
  ['Cache-Control', 'public, no-cache'],
  ['ETag', '"v1"'],
];
const lastModified = 'Mon, 01 Jan 2001 00:00:00 GMT';

const isTemporary: Readonly<Record<302 | 303 | 307, readonly Ruling[]>> = {
  302: [should('rfc9110/302-is-temporary', atLeast(1))],
  303: [],
  307: [should('rfc9110/307-is-temporary', atLeast(1))],
};

/** The first answer ends up in the cache, but under the URL that gave it and not under the one that led there. */
const temporary: readonly Scenario[] = ([302, 303, 307] as const).map((status) =>
  scenario({
    id: `caching/${status}-leads-elsewhere-later`,
    title: `${status} without freshness that leads elsewhere the second time`,
    needs: ['cache'],
    routes: {
      [start]: [{ when: { visit: 1 }, answer: { status, location: target } }, { answer: { status, location: moved } }],
      [target]: keepable,
      [moved]: { ...keepable, body: 'moved on' },
    },
    calls: [get(start), get(start)],
    covers: ['ca-302-307-none'],
    checks: [
      followed(status),
      askedOnArrival(moved, [must('rfc9111/stored-only-with-a-reason', atLeast(1)), ...isTemporary[status]]),
      gets(moved),
    ],
  }),
);

/** The conditions are for the cache's own question, and for no other. */
const conditionStays = (name: string): Check => ({
  fact: { kind: 'field', name, at: target, visit: 2 },
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

/** A 304 says that the stored redirect still stands; it is no answer for the caller. */
const confirmed: readonly Scenario[] = validators.flatMap(({ name, title, fields, condition }) =>
  ([301, 302, 308] as const).map((status) => {
    const again = arrivesAgain(status);
    return scenario({
      id: `caching/${status}-confirmed-by-${name}`,
      title: `${status} with no-cache that the server confirms ${title}`,
      needs: ['cache'],
      routes: {
        [start]: [
          { when: { header: condition }, answer: { status: 304, headers: fields } },
          { answer: { status, location: target, headers: fields } },
        ],
        [target]: arrived,
      },
      calls: [get(start), get(start)],
      covers: ['ca-stale-not-reused', 'ca-hit-follows'],
      checks: [
        followed(status),
        asked(start, [must('rfc9111/no-cache-is-validated', atLeast(2))]),
        { ...again, rulings: [...again.rulings, must('rfc9111/confirmed-is-reused', ['returned 200', `returned ${status}`])] },
        conditionStays(condition.name),
      ],
    });
  }),
);

interface Over {
  readonly name: string;
  readonly title: string;
  readonly answer: Answer;
  readonly from: Place;
  readonly checks: readonly Check[];
}

const second: readonly Over[] = [
  {
    name: 'leads-elsewhere-now',
    title: 'leads elsewhere',
    answer: { status: 301, location: moved, headers: unconfirmed },
    from: moved,
    checks: [arrivesAgain(301)],
  },
  {
    name: 'is-a-page-now',
    title: 'has become a page',
    answer: { status: 200, headers: unconfirmed, body: 'here again' },
    from: start,
    checks: [],
  },
];

/** A whole answer instead of a 304 says that the stored redirect is over. */
const over: readonly Scenario[] = second.map(({ name, title, answer, from, checks }) =>
  scenario({
    id: `caching/301-${name}`,
    title: `301 with no-cache that ${title} when asked again`,
    needs: ['cache'],
    routes: {
      [start]: [{ when: { visit: 1 }, answer: { status: 301, location: target, headers: unconfirmed } }, { answer }],
      [target]: keepable,
      [moved]: { ...keepable, body: 'moved on' },
    },
    calls: [get(start), get(start)],
    covers: ['ca-stale-not-reused'],
    checks: [
      followed(301),
      ...checks,
      asked(start, [must('rfc9111/no-cache-is-validated', atLeast(2))]),
      { ...gets(from), rulings: [must('rfc9111/full-answer-is-used', not('other bytes'))] },
    ],
  }),
);

export const changes: readonly Scenario[] = [...temporary, ...confirmed, ...over];

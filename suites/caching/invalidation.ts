import type { RowId } from '../coverage/behaviours/index.ts';
import { atLeast, may, must, not, should } from '../rulings/ruling.ts';
import type { Response } from '../vocabulary/answer.ts';
import type { Call } from '../vocabulary/call.ts';
import type { RulingOn } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';
import {
  uncachedPage,
  requestCount,
  firstFollows,
  freshFields,
  getOf,
  cacheablePage,
  noStoreFields,
  targetPlace,
} from './parts.ts';

const page: Place = '{home}/page';
const done: Place = '{home}/done';

interface Unsafe {
  readonly name: string;
  readonly title: string;
  readonly call: Partial<Call>;
  readonly answer: Response;
  readonly rulings: readonly RulingOn<'requests'>[];
}

const thrice = atLeast(3);

/** The second GET is the third request: the stored answer of the first GET is invalidated. */
const forgotten = [must('rfc9111/unsafe-invalidates-target', thrice), must('fetch/unsafe-invalidates-cache', thrice)];

const write: Partial<Call> = { body: 'name=Zoë' };

const writes: readonly Unsafe[] = [
  { name: 'post-200', title: 'a POST', call: { ...write, method: 'POST' }, answer: uncachedPage, rulings: forgotten },
  { name: 'put-204', title: 'a PUT', call: { ...write, method: 'PUT' }, answer: { status: 204 }, rulings: forgotten },
  { name: 'delete-200', title: 'a DELETE', call: { method: 'DELETE' }, answer: uncachedPage, rulings: forgotten },
  {
    name: 'post-303',
    title: 'a POST that is redirected by 303',
    call: { ...write, method: 'POST' },
    answer: { status: 303, location: done, headers: noStoreFields },
    rulings: forgotten,
  },
  {
    name: 'put-307',
    title: 'a PUT that is redirected by 307',
    call: { ...write, method: 'PUT' },
    answer: { status: 307, location: done, headers: noStoreFields },
    rulings: forgotten,
  },
  {
    name: 'post-500',
    title: 'a POST that fails',
    call: { ...write, method: 'POST' },
    answer: { status: 500 },
    rulings: [may('rfc9111/fresh-is-reused', ['2', '3'])],
  },
];

const ofTheTarget: readonly Scenario[] = writes.map(({ name, title, call, answer, rulings }) =>
  scenario({
    id: `caching/stored-then-${name}`,
    title: `A fresh 301, ${title} to its URL, and the same URL again`,
    needs: ['cache'],
    routes: {
      [page]: [{ when: { method: 'GET' }, answer: { status: 301, location: targetPlace, headers: freshFields } }, { answer }],
      [targetPlace]: cacheablePage,
      [done]: uncachedPage,
    },
    calls: [getOf(page), { ...getOf(page), ...call }, getOf(page)],
    covers: ['ca-301-cached'],
    checks: [firstFollows(301), requestCount(page, rulings, 3)],
  }),
);

const form: Place = '{home}/form';
const go: Place = '{home}/go';

interface Named {
  readonly name: string;
  readonly title: string;
  readonly list: Place;
  readonly answer: Response;
  readonly rulings: readonly RulingOn<'requests'>[];
  readonly covers: readonly RowId[];
}

const here: Place = '{home}/list';
const there: Place = '{other}/list';

const allowed = [may('rfc9111/location-may-be-invalidated', ['1', '2'])];

/** One request: the cache reused its answer. Two: the POST invalidated it. Three: the client never reused it. */
const untouched = [
  should(
    'rfc9111/no-invalidation-across-origins',
    not('2'),
    'Storing and reusing are optional, so a cache may request the URL again for other reasons, and the count does not show which.',
  ),
];

/** The redirect itself leads to the URL, so the count cannot show which call requested it again. */
const unclear: readonly RulingOn<'requests'>[] = [];

const named: readonly Named[] = [
  {
    name: 'location',
    title: 'answered by a redirect to the page',
    list: here,
    answer: { status: 303, location: here, headers: noStoreFields },
    rulings: allowed,
    covers: ['ca-unsafe-invalidates-location'],
  },
  {
    name: 'content-location',
    title: 'answered with the page in Content-Location',
    list: here,
    answer: {
      ...uncachedPage,
      headers: [
        ['Cache-Control', 'no-store'],
        ['Content-Location', '/list'],
      ],
    },
    rulings: allowed,
    covers: ['ca-unsafe-invalidates-location'],
  },
  {
    name: 'location-elsewhere',
    title: 'answered by a redirect to the page, which is at another origin',
    list: there,
    answer: { status: 303, location: there, headers: noStoreFields },
    rulings: unclear,
    covers: ['ca-unsafe-invalidates-location'],
  },
  {
    name: 'location-of-201-elsewhere',
    title: 'answered by a 201 with the page, which is at another origin, in Location',
    list: there,
    answer: { status: 201, location: there, headers: noStoreFields },
    rulings: untouched,
    covers: ['ca-unsafe-invalidates-location'],
  },
  {
    name: 'content-location-elsewhere',
    title: 'answered with the page, which is at another origin, in Content-Location',
    list: there,
    answer: {
      ...uncachedPage,
      headers: [
        ['Cache-Control', 'no-store'],
        ['Content-Location', there],
      ],
    },
    rulings: untouched,
    covers: ['ca-unsafe-invalidates-location'],
  },
];

const ofTheNamed: readonly Scenario[] = named.map(({ name, title, list, answer, rulings, covers }) =>
  scenario({
    id: `caching/post-names-${name}`,
    title: `A fresh page that is requested twice, then a POST ${title}`,
    needs: ['cache'],
    routes: {
      [go]: { status: 302, location: list, headers: noStoreFields },
      [list]: cacheablePage,
      [form]: answer,
    },
    calls: [getOf(go), getOf(go), { method: 'POST', url: form, body: 'name=Zoë' }, getOf(go)],
    covers,
    checks: [firstFollows(302, list), requestCount(list, rulings, 4)],
  }),
);

/** What unsafe methods must, may and must not invalidate. */
export const invalidations: readonly Scenario[] = [...ofTheTarget, ...ofTheNamed];

import type { RowId } from '../coverage/behaviours/index.ts';
import { may, must, should } from '../rulings.ts';
import { scenario } from '../scenario.ts';
import type { Ruling } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Call, Response, Scenario } from '../vocabulary/scenario.ts';
import { arrived, asked, atLeast, followed, fresh, get, keepable, never, target } from './parts.ts';

const page: Place = '{home}/page';
const done: Place = '{home}/done';

interface Unsafe {
  readonly name: string;
  readonly title: string;
  readonly call: Partial<Call>;
  readonly answer: Response;
  readonly rulings: readonly Ruling[];
}

const thrice = atLeast(3);

/** The second GET is the third request: what the first one brought is forgotten. */
const forgotten = [must('rfc9111/unsafe-invalidates-target', thrice), must('fetch/unsafe-invalidates-cache', thrice)];

const write: Partial<Call> = { body: 'name=Zoë' };

const writes: readonly Unsafe[] = [
  { name: 'post-200', title: 'a POST', call: { ...write, method: 'POST' }, answer: arrived, rulings: forgotten },
  { name: 'put-204', title: 'a PUT', call: { ...write, method: 'PUT' }, answer: { status: 204 }, rulings: forgotten },
  { name: 'delete-200', title: 'a DELETE', call: { method: 'DELETE' }, answer: arrived, rulings: forgotten },
  {
    name: 'post-303',
    title: 'a POST that is redirected by 303',
    call: { ...write, method: 'POST' },
    answer: { status: 303, location: done, headers: never },
    rulings: forgotten,
  },
  {
    name: 'put-307',
    title: 'a PUT that is redirected by 307',
    call: { ...write, method: 'PUT' },
    answer: { status: 307, location: done, headers: never },
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
    title: `A fresh 301, ${title} to its URL, and the URL again`,
    needs: ['cache'],
    routes: {
      [page]: [{ when: { method: 'GET' }, answer: { status: 301, location: target, headers: fresh } }, { answer }],
      [target]: keepable,
      [done]: arrived,
    },
    calls: [get(page), { ...get(page), ...call }, get(page)],
    covers: ['ca-301-cached'],
    checks: [followed(301), asked(page, rulings, 3)],
  }),
);

const form: Place = '{home}/form';
const go: Place = '{home}/go';

interface Named {
  readonly name: string;
  readonly title: string;
  readonly list: Place;
  readonly answer: Response;
  readonly rulings: readonly Ruling[];
  readonly covers: readonly RowId[];
}

const here: Place = '{home}/list';
const there: Place = '{other}/list';

const allowed = [may('rfc9111/location-may-be-invalidated', ['1', '2'])];

/** Once: from the cache ever since. Twice: forgotten on account of the POST. Each time, and one more: no cache to speak of. */
const untouched = [
  should(
    'rfc9111/no-invalidation-across-origins',
    { noneOf: ['2'] },
    'To store and to reuse are optional, so a cache may ask again for reasons of its own, and the count does not tell which.',
  ),
];

/** The redirect leads there by itself: whether it was this request or the next that asked again is not to be seen. */
const unclear: readonly Ruling[] = [];

const named: readonly Named[] = [
  {
    name: 'location',
    title: 'answered by a redirect to it',
    list: here,
    answer: { status: 303, location: here, headers: never },
    rulings: allowed,
    covers: ['ca-unsafe-invalidates-location'],
  },
  {
    name: 'content-location',
    title: 'answered by its Content-Location',
    list: here,
    answer: {
      ...arrived,
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
    title: 'of another origin, answered by a redirect to it',
    list: there,
    answer: { status: 303, location: there, headers: never },
    rulings: unclear,
    covers: ['ca-unsafe-invalidates-location'],
  },
  {
    name: 'location-of-201-elsewhere',
    title: 'of another origin, answered by a 201 with its Location',
    list: there,
    answer: { status: 201, location: there, headers: never },
    rulings: untouched,
    covers: ['ca-unsafe-invalidates-location'],
  },
  {
    name: 'content-location-elsewhere',
    title: 'of another origin, answered by its Content-Location',
    list: there,
    answer: {
      ...arrived,
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
    title: `A fresh page, asked for twice, and a POST ${title}`,
    needs: ['cache'],
    routes: {
      [go]: { status: 302, location: list, headers: never },
      [list]: keepable,
      [form]: answer,
    },
    calls: [get(go), get(go), { method: 'POST', url: form, body: 'name=Zoë' }, get(go)],
    covers,
    checks: [followed(302, list), asked(list, rulings, 4)],
  }),
);

export const invalidation: readonly Scenario[] = [...ofTheTarget, ...ofTheNamed];

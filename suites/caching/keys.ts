import type { RowId } from '../coverage/behaviours/index.ts';
import { atLeast, may, must } from '../rulings/ruling.ts';
import type { Call } from '../vocabulary/call.ts';
import type { RulingOn } from '../vocabulary/check.ts';
import type { HeaderFields } from '../vocabulary/header-fields.ts';
import { originOf, type Place } from '../vocabulary/origin.ts';
import type { Scenario } from '../vocabulary/scenario.ts';
import { scenario } from '../builders/scenario.ts';
import {
  uncachedPage,
  secondArrivesAgain,
  requestCount,
  requestCountOnArrival,
  firstFollows,
  freshFields,
  freshFieldsWith,
  getOf,
  receivesBody,
  noStoreFields,
  redirectPlace,
  targetPlace,
} from './parts.ts';

interface Pair {
  readonly name: string;
  readonly title: string;
  readonly first: Place;
  readonly second: Place;
}

const pairs: readonly Pair[] = [
  { name: 'query', title: 'two queries of one path', first: '{home}/start?page=1', second: '{home}/start?page=2' },
  { name: 'no-query', title: 'one path without a query and with one', first: redirectPlace, second: '{home}/start?page=1' },
  { name: 'letter-case', title: 'two paths that differ in the case of a letter', first: redirectPlace, second: '{home}/Start' },
  { name: 'other-host', title: 'one path of two hosts', first: redirectPlace, second: '{other}/start' },
  { name: 'other-port', title: 'one path of two ports', first: redirectPlace, second: '{home-8080}/start' },
  { name: 'https', title: 'one path over http and over https', first: redirectPlace, second: '{home-tls}/start' },
];

const go: Place = '{home}/go';

/** The caller reaches the other origin through a redirect, so its credentials must not be sent there. */
const byUrl: readonly Scenario[] = pairs.map(({ name, title, first, second }) => {
  const at = (path: string): Place => `{${originOf(second)}}/${path}`;
  return scenario({
    id: `caching/key-${name}`,
    title: `A fresh 301 for each of ${title}`,
    needs: ['cache'],
    routes: {
      [first]: { status: 301, headers: freshFieldsWith('Location', '/target') },
      [go]: { status: 302, location: second, headers: noStoreFields },
      [second]: { status: 301, headers: freshFieldsWith('Location', '/end') },
      [targetPlace]: uncachedPage,
      [at('target')]: uncachedPage,
      [at('end')]: { ...uncachedPage, body: 'another end' },
    },
    calls: [getOf(first), getOf(go)],
    covers: ['ca-301-cached'],
    checks: [
      firstFollows(301),
      requestCountOnArrival(second, [must('rfc9111/reused-only-if-it-fits', atLeast(1))]),
      receivesBody(at('end')),
    ],
  });
});

interface MethodPair {
  readonly name: string;
  readonly title: string;
  readonly calls: readonly [Partial<Call>, Partial<Call>];
  readonly ruling: RulingOn<'requests'>;
  /** Default: 308, which keeps the method. */
  readonly status?: 303 | 308;
  readonly covers?: readonly RowId[];
}

const twice = atLeast(2);
const either = ['1', '2'] as const;
const fits = must('rfc9111/reused-only-if-it-fits', twice);
const goesThrough = must('rfc9111/unsafe-goes-through', twice);

const post: Partial<Call> = { method: 'POST', headers: [['Content-Type', 'text/plain']], body: 'one' };
const query: Partial<Call> = { ...post, method: 'QUERY' };

const methods: readonly MethodPair[] = [
  {
    name: 'get-then-head',
    title: 'GET, then HEAD',
    calls: [{}, { method: 'HEAD' }],
    ruling: may('rfc9110/get-answers-head', either),
  },
  { name: 'head-then-get', title: 'HEAD, then GET', calls: [{ method: 'HEAD' }, {}], ruling: fits },
  { name: 'get-then-post', title: 'GET, then POST', calls: [{}, post], ruling: goesThrough },
  { name: 'get-then-put', title: 'GET, then PUT', calls: [{}, { ...post, method: 'PUT' }], ruling: goesThrough },
  { name: 'get-then-delete', title: 'GET, then DELETE', calls: [{}, { method: 'DELETE' }], ruling: goesThrough },
  { name: 'post-then-get', title: 'POST, then GET', calls: [post, {}], ruling: must('rfc9110/post-is-seldom-stored', twice) },
  { name: 'post-twice', title: 'POST, and the same POST again', calls: [post, post], ruling: goesThrough },
  {
    name: 'post-twice-303',
    title: 'POST, and the same POST again',
    calls: [post, post],
    ruling: goesThrough,
    status: 303,
    covers: ['ca-303'],
  },
  {
    name: 'put-twice',
    title: 'PUT, and the same PUT again',
    calls: [
      { ...post, method: 'PUT' },
      { ...post, method: 'PUT' },
    ],
    ruling: goesThrough,
  },
  { name: 'get-then-query', title: 'GET, then QUERY', calls: [{}, query], ruling: fits, covers: ['ca-query-separate'] },
  { name: 'query-then-get', title: 'QUERY, then GET', calls: [query, {}], ruling: fits, covers: ['ca-query-separate'] },
  {
    name: 'query-twice',
    title: 'QUERY, and the same QUERY again',
    calls: [query, query],
    ruling: may('rfc9111/fresh-is-reused', either),
  },
  {
    name: 'query-then-other-query',
    title: 'QUERY, then one with other content',
    calls: [query, { ...query, body: 'two' }],
    ruling: must('rfc10008/content-is-part-of-the-key', twice),
  },
];

const byMethod: readonly Scenario[] = methods.map(({ name, title, calls, ruling, status = 308, covers = ['ca-308'] }) =>
  scenario({
    id: `caching/method-${name}`,
    title: `A fresh ${status} for ${title}`,
    needs: ['cache'],
    routes: { [redirectPlace]: { status, location: targetPlace, headers: freshFields }, [targetPlace]: uncachedPage },
    calls: calls.map((call) => ({ ...getOf(redirectPlace), ...call })),
    covers,
    checks: [firstFollows(status), requestCount(redirectPlace, [ruling]), secondArrivesAgain(status)],
  }),
);

const language = (value: string): HeaderFields => [['Accept-Language', value]];

interface Selection {
  readonly name: string;
  readonly title: string;
  readonly fields: readonly [HeaderFields, HeaderFields];
  readonly ruling: RulingOn<'requests'>;
}

const selects = must('rfc9111/vary-selects', twice);

const selections: readonly Selection[] = [
  {
    name: 'same',
    title: 'unchanged',
    fields: [language('sv'), language('sv')],
    ruling: may('rfc9111/fresh-is-reused', either),
  },
  { name: 'other', title: 'changed', fields: [language('sv'), language('de')], ruling: selects },
  { name: 'added', title: 'added', fields: [[], language('de')], ruling: selects },
  { name: 'removed', title: 'removed', fields: [language('sv'), []], ruling: selects },
];

const byField: readonly Scenario[] = selections.flatMap(({ name, title, fields, ruling }) =>
  ([301, 302] as const).map((status) =>
    scenario({
      id: `caching/${status}-vary-${name}`,
      title: `A fresh ${status} with Vary, requested again with the field ${title}`,
      needs: ['cache'],
      routes: {
        [redirectPlace]: { status, location: targetPlace, headers: freshFieldsWith('Vary', 'Accept-Language') },
        [targetPlace]: uncachedPage,
      },
      calls: fields.map((headers) => ({ ...getOf(redirectPlace), headers })),
      covers: status === 301 ? ['ca-301-cached'] : ['ca-302-307-explicit'],
      checks: [firstFollows(status), requestCount(redirectPlace, [ruling]), secondArrivesAgain(status)],
    }),
  ),
);

/** Requests that a cache must not mistake for each other. */
export const cacheKeys: readonly Scenario[] = [...byUrl, ...byMethod, ...byField];

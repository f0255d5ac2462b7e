import { valuesOf, type HeaderFields } from '../../suites/vocabulary/header-fields.ts';
import type { ClientResponse } from '../adapter/index.ts';
import type { SendOne } from '../reference/messages.ts';
import type { Mutant } from './mutant.ts';
import { changingAnswers, withField, withMore } from './support/changing.ts';
import { wrapped } from './support/wrapped.ts';

const cachingFields: ReadonlySet<string> = new Set(['cache-control', 'expires', 'age', 'vary', 'etag', 'last-modified']);

const withoutCachingFields = (headers: HeaderFields): HeaderFields =>
  headers.filter(([name]) => !cachingFields.has(name.toLowerCase()));

const forAnHour: HeaderFields = [['Cache-Control', 'max-age=3600']];

/** Changes the fields of every answer before the cache reads them. */
const readingFields = (change: (headers: HeaderFields) => HeaderFields): ((send: SendOne) => SendOne) =>
  changingAnswers((answer) => ({ ...answer, headers: change(answer.headers) }));

/** Clients with an error in their cache. */
export const cachingMutants: readonly Mutant[] = [
  {
    name: 'stores-everything',
    title: 'stores every answer for an hour, whatever its fields say',
    send: readingFields((headers) => [...withoutCachingFields(headers), ...forAnHour]),
    witnesses: {
      fetch: [
        'caching/301-max-age#requests@target',
        'caching/301-max-age-zero#requests@start',
        'caching/301-no-cache#requests@start',
      ],
    },
  },
  {
    name: 'stores-without-freshness',
    title: 'stores answers without any caching field for an hour',
    send: readingFields((headers) =>
      withoutCachingFields(headers).length === headers.length ? [...headers, ...forAnHour] : headers,
    ),
    witnesses: { fetch: ['caching/302-bare#requests@start'] },
  },
  {
    name: 'ignores-vary',
    title: 'ignores Vary',
    send: readingFields((headers) => withField(headers, 'Vary')),
    witnesses: { fetch: ['caching/301-vary-star#requests@start', 'caching/301-vary-other#requests@start'] },
  },
  {
    name: 'ignores-age',
    title: 'ignores Age',
    send: readingFields((headers) => withField(headers, 'Age')),
    witnesses: { fetch: ['caching/301-too-old#requests@start'] },
  },
  {
    name: 'prefers-expires',
    title: 'prefers Expires to max-age',
    send: readingFields((headers) =>
      valuesOf(headers, 'expires').length > 0 ? withField(headers, 'Cache-Control', 'public') : headers,
    ),
    witnesses: { fetch: ['caching/301-max-age-zero-expires-later#requests@start'] },
  },
  {
    name: 'accepts-invalid-expires',
    title: 'takes an invalid date in Expires for a date in the future',
    send: readingFields((headers) => {
      const isInvalid = valuesOf(headers, 'expires').some((value) => !value.endsWith(' GMT'));
      return isInvalid ? withField(headers, 'Expires', 'Thu, 31 Dec 2099 23:59:59 GMT') : headers;
    }),
    witnesses: { fetch: ['caching/301-expires-zero#requests@start'] },
  },
  {
    name: 'stores-by-path',
    title: 'stores answers under their path alone',
    policy: () => ({
      cacheKey: ({ method, url }) =>
        method === 'GET' || method === 'HEAD' ? `${method} ${url.pathname.toLowerCase()}` : undefined,
    }),
    witnesses: { fetch: ['caching/key-no-query#requests@start'] },
  },
  {
    name: 'stores-by-url',
    title: 'stores answers under their URL, whatever the method',
    policy: () => ({ cacheKey: ({ url }) => url.href }),
    witnesses: {
      fetch: [
        'caching/method-get-then-post#requests@start',
        'caching/method-post-then-get#requests@start',
        'caching/method-query-then-other-query#requests@start',
      ],
    },
  },
  {
    name: 'never-invalidates',
    title: 'keeps stored answers after an unsafe method succeeded',
    policy: () => ({ invalidates: () => [] }),
    witnesses: { fetch: ['caching/stored-then-put-204#requests@page'], rfc9110: ['caching/stored-then-put-204#requests@page'] },
  },
  {
    name: 'stores-end-under-start',
    title: 'stores the fresh final answer of a chain under the first URL of the chain',
    client: wrapped(() => {
      const ends = new Map<string, ClientResponse>();
      return (send) => async (request, options) => {
        const known = request.method === 'GET' && request.redirect === undefined ? ends.get(request.url) : undefined;
        const response = known ?? (await send(request, options));
        if (/max-age=[1-9]/.test(valuesOf(response.headers, 'cache-control').join())) ends.set(request.url, response);
        return response;
      };
    }),
    witnesses: { fetch: ['caching/target-alone#requests@start'] },
  },
  {
    name: 'follows-first-call-only',
    title: 'follows redirects in its first call only',
    client: wrapped(() => {
      let isFirst = true;
      return (send) => (request, options) => {
        const changed = isFirst ? request : { ...request, redirect: 'manual' as const };
        isFirst = false;
        return send(changed, options);
      };
    }),
    witnesses: { fetch: ['caching/302-bare#outcome@2'], 'adr-016': ['caching/302-bare#outcome@2'] },
  },
  {
    name: 'throws-on-304',
    title: 'throws on the 304 to its own conditional request',
    send: changingAnswers((answer) => {
      if (answer.status === 304) throw new Error('304 without a body');
      return answer;
    }),
    witnesses: { fetch: ['caching/301-confirmed-by-etag#outcome@2'] },
  },
  {
    name: 'ignores-full-answers',
    title: 'takes every answer to its own conditional request for a 304',
    send: changingAnswers((answer, { headers }) =>
      valuesOf(headers, 'if-none-match').length > 0 ? { ...answer, status: 304 } : answer,
    ),
    witnesses: { fetch: ['caching/301-is-a-page-now#response-body@2'] },
  },
  {
    name: 'carries-conditions',
    title: 'sends the conditions of a stored answer to every later URL of the chain',
    send: (send) => {
      let conditions: HeaderFields = [];
      return (request) => {
        const own = request.headers.filter(([name]) => /^if-(none-match|modified-since)$/i.test(name));
        conditions = [...conditions, ...own];
        return send(withMore(request, ...conditions.filter((field) => !own.includes(field))));
      };
    },
    witnesses: { fetch: ['caching/301-confirmed-by-etag#field:if-none-match@target:2'] },
  },
  {
    name: 'trusts-repeated-redirects',
    title: 'drops no field on a redirect that it has followed before',
    policy: ({ dropsField }) => {
      const known = new Set<string>();
      return {
        dropsField: (field, from, to) => {
          const redirect = `${field} ${from.href} ${to.href}`;
          const isKnown = known.has(redirect);
          known.add(redirect);
          return !isKnown && dropsField(field, from, to);
        },
      };
    },
    witnesses: { strict: ['caching/credentials-other-host-301#canary:authorization@other'] },
  },
  {
    name: 'stores-under-content-location',
    title: 'stores an answer under its Content-Location too',
    client: wrapped(() => {
      const answers = new Map<string, ClientResponse>();
      return (send) => async (request, options) => {
        const response = answers.get(request.url) ?? (await send(request, options));
        for (const value of valuesOf(response.headers, 'content-location'))
          answers.set(new URL(value, response.url).href, response);
        return response;
      };
    }),
    witnesses: { fetch: ['caching/content-location-of-the-target#requests@other'] },
  },
];

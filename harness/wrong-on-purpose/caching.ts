import type { HeaderFields } from '../../suites/vocabulary/scenario.ts';
import type { ClientResponse } from '../client.ts';
import { valuesOf } from '../fields.ts';
import type { Sin } from './sin.ts';
import { wrapped } from './wrapped.ts';

const ofCaching: ReadonlySet<string> = new Set(['cache-control', 'expires', 'age', 'vary', 'etag', 'last-modified']);

/** The fields of an answer as a cache would like them. */
const alwaysFresh = (headers: HeaderFields): HeaderFields => [
  ...headers.filter(([name]) => !ofCaching.has(name.toLowerCase())),
  ['Cache-Control', 'max-age=3600'],
];

/** Clients whose cache does not know when to be silent. */
export const caching: readonly Sin[] = [
  {
    name: 'stores-everything',
    title: 'keeps every answer for an hour, whatever is said of it',
    capability: 'cache',
    send: (send) => async (request) => {
      const answer = await send(request);
      return { ...answer, headers: alwaysFresh(answer.headers) };
    },
    under: ['fetch'],
  },
  {
    name: 'keeps-by-path',
    title: 'keeps answers under their path alone',
    capability: 'cache',
    policy: () => ({
      cacheKey: ({ method, url }) =>
        method === 'GET' || method === 'HEAD' ? `${method} ${url.pathname.toLowerCase()}` : undefined,
    }),
    under: ['fetch'],
  },
  {
    name: 'keeps-by-url',
    title: 'keeps answers under their URL, whatever the method',
    capability: 'cache',
    policy: () => ({ cacheKey: ({ url }) => url.href }),
    under: ['fetch'],
  },
  {
    name: 'never-forgets',
    title: 'keeps what it has when it is overwritten',
    capability: 'cache',
    policy: () => ({ forgets: () => [] }),
    under: ['fetch', 'rfc9110'],
  },
  {
    name: 'keeps-ends-by-starts',
    title: 'keeps the fresh end of a chain under the URL where the chain began',
    capability: 'cache',
    client: wrapped(() => {
      const ends = new Map<string, ClientResponse>();
      return (send) => async (request, options) => {
        const known = request.method === 'GET' && request.redirect === undefined ? ends.get(request.url) : undefined;
        const response = known ?? (await send(request, options));
        if (/max-age=[1-9]/.test(valuesOf(response.headers, 'cache-control').join())) ends.set(request.url, response);
        return response;
      };
    }),
    under: ['fetch'],
  },
  {
    name: 'hands-over-what-it-knows',
    title: 'hands over a redirect that it has seen before, and does not follow it',
    capability: 'cache',
    client: wrapped(() => {
      const seen = new Set<string>();
      return (send) => (request, options) => {
        const known = seen.size > 0;
        seen.add(request.url);
        return send(known ? { ...request, redirect: 'manual' } : request, options);
      };
    }),
    under: ['fetch', 'adr-016'],
  },
  {
    name: 'cannot-read-304',
    title: 'throws when its own condition is met',
    capability: 'cache',
    send: (send) => async (request) => {
      const answer = await send(request);
      if (answer.status === 304) throw new Error('304 without anything to show for it');
      return answer;
    },
    under: ['fetch'],
  },
  {
    name: 'ignores-what-is-new',
    title: 'takes every answer to its own conditions for a 304',
    capability: 'cache',
    send: (send) => async (request) => {
      const answer = await send(request);
      const isConditional = valuesOf(request.headers, 'if-none-match').length > 0;
      return isConditional ? { ...answer, status: 304 } : answer;
    },
    under: ['fetch'],
  },
  {
    name: 'takes-conditions-along',
    title: 'sends the conditions of its cache to wherever it is redirected',
    capability: 'cache',
    send: (send) => {
      let conditions: HeaderFields = [];
      return (request) => {
        const own = request.headers.filter(([name]) => /^if-(none-match|modified-since)$/i.test(name));
        conditions = [...conditions, ...own];
        return send({ ...request, headers: [...request.headers, ...conditions.filter((field) => !own.includes(field))] });
      };
    },
    under: ['fetch'],
  },
  {
    name: 'trusts-known-redirects',
    title: 'takes everything along on a redirect that it has followed before',
    capability: 'cache',
    policy: ({ staysBehind }) => {
      const known = new Set<string>();
      return {
        staysBehind: (field, from, to) => {
          const redirect = `${field} ${from.href} ${to.href}`;
          const isKnown = known.has(redirect);
          known.add(redirect);
          return !isKnown && staysBehind(field, from, to);
        },
      };
    },
    under: ['strict'],
  },
  {
    name: 'believes-content-location',
    title: 'keeps an answer under its Content-Location too',
    capability: 'cache',
    client: wrapped(() => {
      const answers = new Map<string, ClientResponse>();
      return (send) => async (request, options) => {
        const response = answers.get(request.url) ?? (await send(request, options));
        for (const value of valuesOf(response.headers, 'content-location'))
          answers.set(new URL(value, response.url).href, response);
        return response;
      };
    }),
    under: ['fetch'],
  },
];

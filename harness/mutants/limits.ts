import type { Client } from '../adapter/index.ts';
import { RedirectLoopError, TooManyRedirects } from '../policy/errors.ts';
import { ruleBooks } from '../policy/rule-books.ts';
import type { Mutant } from './mutant.ts';
import { changingCalls, wrapped } from './support/wrapped.ts';

/** Replaces the limit that the caller sets; undefined sets none. */
const withLimit = (limit: (asked: number | undefined) => number | undefined): ((client: Client) => Client) =>
  changingCalls(({ maxRedirects, ...request }) => {
    const other = limit(maxRedirects);
    return { ...request, ...(other !== undefined && { maxRedirects: other }) };
  });

/** Clients that stop too early or too late. */
export const limitMutants: readonly Mutant[] = [
  {
    name: 'follows-without-limit',
    title: 'has no limit and detects no loop',
    policy: () => ({ limit: Number.POSITIVE_INFINITY, visitOf: () => undefined }),
    witnesses: { 'adr-016': ['cycles/self#outcome'] },
  },
  {
    name: 'stops-one-short',
    title: 'follows one redirect less than the default limit allows',
    policy: ({ limit }) => ({ limit: limit - 1 }),
    witnesses: { fetch: ['chain-limits/exactly-20#outcome'] },
  },
  {
    name: 'goes-one-too-far',
    title: 'follows one redirect more than the default limit allows',
    policy: ({ limit }) => ({ limit: limit + 1 }),
    witnesses: { fetch: ['chain-limits/exactly-21#outcome'] },
  },
  {
    name: 'stops-after-four',
    title: 'follows at most four redirects',
    policy: () => ({ limit: 4 }),
    witnesses: { fetch: ['chain-limits/exactly-5#outcome'] },
  },
  {
    name: 'returns-at-limit',
    title: 'returns the redirect that exceeds the limit',
    policy: () => ({ throwsAtLimit: false }),
    witnesses: { fetch: ['chain-limits/exactly-21#outcome'] },
  },
  {
    name: 'ignores-max-redirects',
    title: 'ignores the limit of its caller',
    client: withLimit(() => undefined),
    witnesses: { 'adr-016': ['chain-limits/limit-0-chain-1#outcome'] },
  },
  {
    name: 'ignores-max-redirects-of-post',
    title: 'ignores the limit of its caller for methods other than GET',
    client: changingCalls(({ maxRedirects, ...request }) =>
      request.method === 'GET' && maxRedirects !== undefined ? { ...request, maxRedirects } : request,
    ),
    witnesses: { 'adr-016': ['chain-limits/limit-2-chain-3-post#outcome'] },
  },
  {
    name: 'counts-requests',
    title: 'counts requests where its caller limits redirects',
    client: withLimit((asked) => (asked === undefined ? undefined : Math.max(asked - 1, 0))),
    witnesses: { 'adr-016': ['chain-limits/limit-3-chain-3#outcome'] },
  },
  {
    name: 'throws-on-limit-zero',
    title: 'throws when its caller sets a limit of 0',
    client: changingCalls((request) => {
      if (request.maxRedirects === 0) throw new Error('maxRedirects must be positive');
      return request;
    }),
    witnesses: { 'adr-016': ['chain-limits/limit-0-chain-0#outcome'] },
  },
  {
    name: 'stops-at-revisits',
    title: 'treats every revisited URL as a loop',
    policy: () => ({ visitOf: ruleBooks['adr-016'].visitOf }),
    witnesses: { fetch: ['cycles/job-polling#outcome', 'cycles/self#requests'] },
  },
  {
    name: 'ignores-revisits',
    title: 'detects loops only by its limit',
    policy: () => ({ visitOf: () => undefined }),
    witnesses: { 'adr-016': ['cycles/two#outcome'] },
  },
  {
    name: 'detects-loops-across-calls',
    title: 'treats a second call for the same URL as a loop',
    client: wrapped(() => {
      const seen = new Set<string>();
      return (send) => (request, options) => {
        if (seen.has(request.url)) throw new RedirectLoopError(`redirect loop at ${request.url}`);
        seen.add(request.url);
        return send(request, options);
      };
    }),
    witnesses: { fetch: ['cycles/second-call#outcome@2'] },
  },
  {
    name: 'counts-across-calls',
    title: 'counts the redirects of all calls together',
    client: wrapped(() => {
      let redirects = 0;
      return (send) => async (request, options) => {
        const response = await send(request, options);
        redirects += response.history?.length ?? 0;
        if (redirects > 30) throw new TooManyRedirects('more than 30 redirects');
        return response;
      };
    }),
    witnesses: { fetch: ['chain-limits/seven-calls#outcome@7'] },
  },
];

import type { Client } from '../client.ts';
import { TooManyRedirectsError, RedirectLoopError } from '../reference/errors.ts';
import type { Sin } from './sin.ts';
import { wrapped } from './wrapped.ts';

/** A client whose caller asks for a limit, and gets another one. */
export const withLimit = (limit: (asked: number | undefined) => number | undefined): ((client: Client) => Client) =>
  wrapped(() => (send) => ({ maxRedirects, ...request }, options) => {
    const other = limit(maxRedirects);
    return send({ ...request, ...(other !== undefined && { maxRedirects: other }) }, options);
  });

export const limits: readonly Sin[] = [
  {
    name: 'follows-for-ever',
    title: 'knows neither limit nor loop',
    policy: () => ({ limit: Number.POSITIVE_INFINITY, stopsAtRevisit: false }),
    under: ['adr-016'],
  },
  {
    name: 'stops-one-short',
    title: 'follows one redirect less than the default limit allows',
    policy: ({ limit }) => ({ limit: limit - 1 }),
    also: ['http2'],
    under: ['fetch'],
  },
  {
    name: 'goes-one-too-far',
    title: 'follows one redirect more than the default limit allows',
    policy: ({ limit }) => ({ limit: limit + 1 }),
    under: ['fetch'],
  },
  {
    name: 'stops-at-four',
    title: 'follows four redirects and no more',
    policy: () => ({ limit: 4 }),
    under: ['fetch'],
  },
  {
    name: 'returns-at-the-limit',
    title: 'hands over the redirect at the limit',
    policy: () => ({ throwsAtLimit: false }),
    under: ['fetch'],
  },
  {
    name: 'ignores-the-limit-asked-for',
    title: 'follows as many redirects as it likes, whatever its caller says',
    client: withLimit(() => undefined),
    under: ['adr-016'],
  },
  {
    name: 'takes-the-limit-for-requests',
    title: 'counts requests where its caller limits redirects',
    client: withLimit((asked) => (asked === undefined ? undefined : Math.max(asked - 1, 0))),
    under: ['adr-016'],
  },
  {
    name: 'takes-zero-for-a-mistake',
    title: 'throws when its caller wants no redirect followed',
    client: wrapped(() => (send) => (request, options) => {
      if (request.maxRedirects === 0) throw new Error('maxRedirects must be positive');
      return send(request, options);
    }),
    under: ['adr-016'],
  },
  {
    name: 'stops-at-revisits',
    title: 'takes every URL met a second time for a loop',
    policy: () => ({ stopsAtRevisit: true }),
    under: ['fetch'],
  },
  {
    name: 'counts-instead-of-looking',
    title: 'finds loops by the limit alone',
    policy: () => ({ stopsAtRevisit: false }),
    also: ['http2'],
    under: ['adr-016'],
  },
  {
    name: 'remembers-urls',
    title: 'takes a second call for the same URL for a loop',
    client: wrapped(() => {
      const seen = new Set<string>();
      return (send) => (request, options) => {
        if (seen.has(request.url)) throw new RedirectLoopError(`redirect loop at ${request.url}`);
        seen.add(request.url);
        return send(request, options);
      };
    }),
    also: ['cache'],
    under: ['fetch'],
  },
  {
    name: 'counts-over-calls',
    title: 'counts the redirects of all calls together',
    client: wrapped(() => {
      let redirects = 0;
      return (send) => async (request, options) => {
        const response = await send(request, options);
        redirects += response.history?.length ?? 0;
        if (redirects > 30) throw new TooManyRedirectsError('more than 30 redirects');
        return response;
      };
    }),
    under: ['fetch'],
  },
];

import type { Client } from '../client.ts';
import { TooManyRedirectsError, RedirectLoopError } from '../reference/errors.ts';
import type { Sin } from './sin.ts';
import { wrapped } from './wrapped.ts';

/** A client whose caller asks for a limit, and gets another one. */
const withLimit = (limit: (asked: number | undefined) => number | undefined): ((client: Client) => Client) =>
  wrapped(() => (send) => ({ maxRedirects, ...request }, options) => {
    const other = limit(maxRedirects);
    return send({ ...request, ...(other !== undefined && { maxRedirects: other }) }, options);
  });

export const limits: readonly Sin[] = [
  {
    name: 'follows-for-ever',
    title: 'knows neither limit nor loop',
    policy: () => ({ limit: Number.POSITIVE_INFINITY, stopsAtRevisit: false }),
    breaks: [
      {
        under: ['adr-016'],
        checks: [
          'cycles/{self,self-post,two,two-hosts,http-and-https,three,lead-in,cookie-probe,login,login-with-cookie,job-polling}#outcome',
          'chain-limits/{default,exactly-31}#outcome',
          'chain-limits/default#requests',
          'metadata/same-url#outcome',
        ],
      },
      {
        under: ['fetch'],
        checks: [
          'cycles/{self,self-post,two,two-hosts,http-and-https,three,lead-in}#outcome',
          'chain-limits/{default,exactly-21,exactly-30,exactly-31}#outcome',
          'chain-limits/default#requests',
        ],
      },
    ],
  },
  {
    name: 'stops-one-short',
    title: 'follows one redirect less than the default limit allows',
    policy: ({ limit }) => ({ limit: limit - 1 }),
    breaks: [
      { under: ['fetch'], checks: ['cycles/*#requests', 'chain-limits/default#requests', 'chain-limits/exactly-20#outcome'] },
    ],
  },
  {
    name: 'goes-one-too-far',
    title: 'follows one redirect more than the default limit allows',
    policy: ({ limit }) => ({ limit: limit + 1 }),
    breaks: [
      { under: ['fetch'], checks: ['cycles/*#requests', 'chain-limits/default#requests', 'chain-limits/exactly-21#outcome'] },
    ],
  },
  {
    name: 'stops-at-four',
    title: 'follows four redirects and no more',
    policy: () => ({ limit: 4 }),
    breaks: [
      {
        under: ['fetch'],
        checks: [
          'cycles/*#requests',
          'chain-limits/default#requests',
          'chain-limits/{exactly-5,exactly-20}#outcome',
          'headers/many-fields#followed',
          'metadata/every-status#followed',
        ],
      },
    ],
  },
  {
    name: 'returns-at-the-limit',
    title: 'hands over the redirect at the limit',
    policy: () => ({ throwsAtLimit: false }),
    breaks: [
      {
        under: ['fetch'],
        checks: [
          'cycles/{self,self-post,two,two-hosts,http-and-https,three,lead-in}#outcome',
          'chain-limits/{default,exactly-21,exactly-30,exactly-31}#outcome',
        ],
      },
    ],
  },
  {
    name: 'ignores-the-limit-asked-for',
    title: 'follows as many redirects as it likes, whatever its caller says',
    client: withLimit(() => undefined),
    breaks: [
      {
        under: ['adr-016'],
        checks: ['chain-limits/{limit-3-chain-4,limit-0-chain-1,limit-40-chain-35}#outcome', 'chain-limits/limit-*#requests'],
      },
    ],
  },
  {
    name: 'takes-the-limit-for-requests',
    title: 'counts requests where its caller limits redirects',
    client: withLimit((asked) => (asked === undefined ? undefined : Math.max(asked - 1, 0))),
    breaks: [{ under: ['adr-016'], checks: ['chain-limits/limit-3-chain-3#outcome', 'chain-limits/limit-3-chain-4#requests'] }],
  },
  {
    name: 'takes-zero-for-a-mistake',
    title: 'throws when its caller wants no redirect followed',
    client: wrapped(() => (send) => (request, options) => {
      if (request.maxRedirects === 0) throw new Error('maxRedirects must be positive');
      return send(request, options);
    }),
    breaks: [
      {
        under: ['adr-016'],
        checks: [
          'chain-limits/limit-0-chain-0#outcome',
          'chain-limits/limit-0-chain-1#requests',
          'redirect-modes/manual-limit-zero#outcome',
        ],
      },
    ],
  },
  {
    name: 'stops-at-revisits',
    title: 'takes every URL met a second time for a loop',
    policy: () => ({ stopsAtRevisit: true }),
    breaks: [
      {
        under: ['fetch'],
        checks: [
          'cycles/*#requests',
          'cycles/{self,self-post,two,two-hosts,http-and-https,three,lead-in,post-303-same-url,cookie-probe,login,login-with-cookie,job-polling,same-but-for-fragment,same-but-for-default-port,same-but-for-scheme-in-capitals,same-but-for-dot-segments}#outcome',
          'fragments/fragment-only#next@start',
          'metadata/same-url#outcome',
        ],
      },
    ],
  },
  {
    name: 'counts-instead-of-looking',
    title: 'finds loops by the limit alone',
    policy: () => ({ stopsAtRevisit: false }),
    breaks: [
      {
        under: ['adr-016'],
        checks: [
          'cycles/*#requests',
          'cycles/{self,self-post,two,two-hosts,http-and-https,three,lead-in,cookie-probe,login,login-with-cookie,job-polling}#outcome',
          'metadata/same-url#outcome',
        ],
      },
    ],
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
    breaks: [
      {
        under: ['fetch'],
        checks: [
          '*/*#{outcome@7,requests@start}',
          'cycles/*#outcome@2',
          'redirect-modes/manual-then-default#outcome@2',
          'headers/validators-of-a-cache#followed@2',
        ],
      },
    ],
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
    breaks: [{ under: ['fetch'], checks: ['*/*#outcome@7'] }],
  },
];

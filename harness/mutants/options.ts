import { valuesOf } from '../../suites/vocabulary/header-fields.ts';
import type { Client } from '../adapter/index.ts';
import type { Mutant } from './mutant.ts';
import { changingRedirectedRequests, withField } from './support/changing.ts';
import { changingCalls } from './support/wrapped.ts';

/** Ignores one of its options. */
const ignoring = (
  option: 'onRedirect' | 'sensitiveHeaders' | 'rewriteMethods' | 'maxBytes' | 'maxRequestBytes' | 'throwAtLimit',
): ((client: Client) => Client) =>
  changingCalls((request) => {
    const copy = { ...request };
    delete copy[option];
    return copy;
  });

/** Clients that make an error with their options. */
export const optionMutants: readonly Mutant[] = [
  {
    name: 'ignores-on-redirect',
    title: 'never calls the function of its caller for redirects',
    client: ignoring('onRedirect'),
    witnesses: { rfc9110: ['options/adds-a-field#field:x-hop@middle'] },
  },
  {
    name: 'calls-on-redirect-too-early',
    title: 'calls the function of its caller before there is a redirect',
    client: changingCalls((request) => {
      const added = request.onRedirect?.({ status: 302, url: request.url }) ?? [];
      return { ...request, headers: [...request.headers, ...added] };
    }),
    witnesses: { rfc9110: ['options/told-nothing#told'] },
  },
  {
    name: 'ignores-sensitive-headers',
    title: 'ignores which fields its caller calls sensitive',
    client: ignoring('sensitiveHeaders'),
    witnesses: { rfc9110: ['options/sensitive-field-other-host#field:x-tenant-token@other/target'] },
  },
  {
    name: 'drops-sensitive-headers-at-home',
    title: 'drops the fields that its caller calls sensitive even within their origin',
    policy: ({ dropsField }) => ({
      dropsField: (field, from, to) => field === 'X-Tenant-Token' || dropsField(field, from, to),
    }),
    witnesses: { rfc9110: ['options/sensitive-field-same-origin#field:x-tenant-token@target'] },
  },
  {
    name: 'ignores-rewrite-methods',
    title: 'ignores whether its caller wants POST turned into GET',
    client: ignoring('rewriteMethods'),
    witnesses: { fetch: ['options/keeps-post-on-301#request@target'] },
  },
  {
    name: 'inverts-rewrite-methods',
    title: 'keeps POST where its caller wants GET, and turns it into GET where its caller wants POST',
    client: changingCalls((request) => ({ ...request, rewriteMethods: !request.rewriteMethods })),
    witnesses: { rfc9110: ['options/rewrites-post-on-301#request@target'] },
  },
  {
    name: 'ignores-max-request-bytes',
    title: 'ignores the limit of its caller for the body of a request',
    client: ignoring('maxRequestBytes'),
    witnesses: { fetch: ['options/request-limit-exceeded#followed'] },
  },
  {
    name: 'ignores-throw-at-limit',
    title: 'returns the redirect at its limit, whatever its caller wants',
    policy: () => ({ throwsAtLimit: false }),
    client: ignoring('throwAtLimit'),
    witnesses: { rfc9110: ['options/throws-at-limit-2#outcome'] },
  },
  {
    name: 'adds-query-again',
    title: 'adds the query that its caller gave by an option to each URL again',
    send: changingRedirectedRequests((request, first) => {
      const url = new URL(request.url);
      for (const [name, value] of first.url.searchParams) url.searchParams.append(name, value);
      return { ...request, url };
    }),
    witnesses: { fetch: ['options/query-path#next@start', 'options/query-other-host#next@start'] },
  },
  {
    name: 'sends-cookies-everywhere',
    title: 'sends the cookies that its caller gave by an option to every host',
    client: changingCalls(({ cookies = [], ...request }) => ({
      ...request,
      headers: [...request.headers, ...cookies.map(([name, value]): [string, string] => ['Cookie', `${name}=${value}`])],
    })),
    policy: ({ dropsField }) => ({ dropsField: (field, from, to) => field !== 'Cookie' && dropsField(field, from, to) }),
    witnesses: { rfc9110: ['options/cookie-other-host#field:cookie@other/target'] },
  },
  {
    name: 'looks-up-credentials-once',
    title: 'sends what .netrc, or a function of its caller, has for the first host to every host',
    send: changingRedirectedRequests((request, first) => ({
      ...request,
      headers: withField(request.headers, 'Authorization', ...valuesOf(first.headers, 'authorization')),
    })),
    witnesses: {
      rfc9110: [
        'credentials/netrc-other-host-without-entry#field:authorization@other/target',
        'credentials/token-other-host#field:authorization@other/target',
      ],
    },
  },
  {
    name: 'asks-for-tokens-once',
    title: 'asks a function of its caller for a token only before the first request, and forgets the token at a redirect',
    client: changingCalls(({ tokenProvider, ...request }) => {
      if (!tokenProvider) return request;
      const token = tokenProvider(request.url);
      return { ...request, tokenProvider: (url) => (url === request.url ? token : undefined) };
    }),
    witnesses: { fetch: ['credentials/token-same-origin#field:authorization@target'] },
  },
  {
    name: 'keeps-the-last-token',
    title: 'sends the token of the host before to the host to which the chain returns',
    client: changingCalls(({ tokenProvider, ...request }) => {
      if (!tokenProvider) return request;
      const asked = new Set<string>();
      let last: string | undefined;
      return {
        ...request,
        tokenProvider: (url) => {
          const { origin } = new URL(url);
          if (!asked.has(origin)) last = tokenProvider(url) ?? last;
          asked.add(origin);
          return last;
        },
      };
    }),
    witnesses: { strict: ['credentials/token-there-and-back#field:authorization@target'] },
  },
  {
    name: 'ignores-max-bytes',
    title: 'reads bodies of any length',
    client: ignoring('maxBytes'),
    witnesses: { rfc9110: ['options/large-target#outcome'] },
  },
  {
    name: 'counts-bytes-of-redirects',
    title: 'counts the bytes of redirects too',
    send: (send) => {
      let bytes = 0;
      return async (request) => {
        const answer = await send(request);
        bytes += answer.body.length;
        if (answer.status === 200 && bytes > 1000) throw new Error('the body is too large');
        return answer;
      };
    },
    witnesses: { rfc9110: ['options/large-redirect#outcome'] },
  },
];

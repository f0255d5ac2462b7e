import type { ReceivedAnswer } from '../reference/messages.ts';
import type { Mutant } from './mutant.ts';
import { is3xx } from './support/status-class.ts';
import { changingResponses, wrapped } from './support/wrapped.ts';

/** Clients that report something wrong about a response. */
export const metadataMutants: readonly Mutant[] = [
  {
    name: 'reports-wrong-url',
    title: 'reports a final URL with an empty query added',
    client: changingResponses((response) => ({ ...response, url: `${response.url}?` })),
    witnesses: { fetch: ['metadata/one-redirect#final-url'] },
  },
  {
    name: 'inverts-redirected',
    title: 'reports that it was redirected exactly when it was not',
    client: changingResponses((response) => ({ ...response, redirected: !response.redirected })),
    witnesses: { fetch: ['metadata/one-redirect#redirected'] },
  },
  {
    name: 'lists-final-answer',
    title: 'lists the final answer among its redirects',
    client: changingResponses(({ history = [], ...response }) => ({
      ...response,
      history: [...history, { status: response.status, url: response.url ?? '' }],
    })),
    witnesses: { 'adr-016': ['metadata/one-redirect#history'] },
  },
  {
    name: 'lists-final-host',
    title: 'lists every redirect with the host of the final URL',
    client: changingResponses(({ history = [], ...response }) => ({
      ...response,
      history: history.map((entry) => ({
        ...entry,
        url: entry.url.replace(new URL(entry.url).host, new URL(response.url ?? entry.url).host),
      })),
    })),
    witnesses: { 'adr-016': ['metadata/other-host#history'] },
  },
  {
    name: 'lists-final-fields',
    title: 'lists every redirect with the fields of the final answer',
    client: changingResponses(({ history = [], ...response }) => ({
      ...response,
      history: history.map((entry) => ({ ...entry, headers: response.headers })),
    })),
    witnesses: { fetch: ['metadata/fields-of-redirects#history-header:x-linked-etag@start'] },
  },
  {
    name: 'merges-answers',
    title: 'adds the fields and the body of a redirect to those of the final answer',
    send: (send) => {
      let before: ReceivedAnswer | undefined;
      return async (request) => {
        const answer = await send(request);
        if (is3xx(answer)) before = answer;
        if (is3xx(answer) || !before) return answer;
        return {
          ...answer,
          headers: [...before.headers, ...answer.headers],
          body: Buffer.concat([before.body, answer.body]),
        };
      };
    },
    witnesses: { fetch: ['metadata/body-then-empty#response-body'] },
  },
  {
    name: 'forgets-credentials',
    title: 'sends no Authorization in the calls after one that was redirected',
    client: wrapped(() => {
      let wasRedirected = false;
      return (send) => async (request, options) => {
        const headers = request.headers.filter(([name]) => !wasRedirected || !/^authorization$/i.test(name));
        const response = await send({ ...request, headers }, options);
        wasRedirected ||= response.redirected ?? false;
        return response;
      };
    }),
    witnesses: { fetch: ['metadata/call-after-307-to-another-host#field:authorization@next'] },
  },
  {
    name: 'remembers-redirects',
    title: 'goes straight to the final URL of an earlier call, whatever the status of the redirect was',
    client: wrapped(() => {
      const moved = new Map<string, string>();
      return (send) => async (request, options) => {
        const response = await send({ ...request, url: moved.get(request.url) ?? request.url }, options);
        if (response.redirected && response.url) moved.set(request.url, response.url);
        return response;
      };
    }),
    witnesses: { fetch: ['metadata/second-call#requests@start'] },
  },
  {
    name: 'remembers-permanent-redirects',
    title: 'goes straight to the target of an earlier 301 or 308, whatever its Cache-Control and the method are',
    client: wrapped(() => {
      const moved = new Map<string, string>();
      return (send) => async (request, options) => {
        const response = await send({ ...request, url: moved.get(request.url) ?? request.url }, options);
        const [first] = response.history ?? [];
        if ((first?.status === 301 || first?.status === 308) && response.url) moved.set(request.url, response.url);
        return response;
      };
    }),
    witnesses: { fetch: ['metadata/second-call-301-no-store#requests@start', 'metadata/get-then-post-308#requests@start'] },
  },
];

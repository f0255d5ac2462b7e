import type { Mutant } from './mutant.ts';
import { changingResponses, wrapped } from './support/wrapped.ts';

/** Clients that return a wrong response. */
export const responseMutants: readonly Mutant[] = [
  {
    name: 'throws-strings',
    title: 'throws a string after every call',
    client: wrapped(() => (send) => async (request, options) => {
      await send(request, options).catch(() => undefined);
      // oxlint-disable-next-line no-throw-literal -- the error of this mutant
      throw 'redirected';
    }),
    witnesses: { fetch: ['method-matrix/302-get#settled'] },
  },
  {
    name: 'sends-requests-twice',
    title: 'sends every request twice',
    send: (send) => async (request) => {
      await send(request);
      return send(request);
    },
    witnesses: { fetch: ['chain-limits/default#requests'], 'adr-016': ['chain-limits/default#requests'] },
  },
  {
    name: 'drops-first-byte',
    title: 'drops the first byte of every body',
    client: changingResponses((response) => ({ ...response, body: response.body.subarray(1) })),
    witnesses: { fetch: ['redirect-bodies/none#response-body'], 'adr-016': ['redirect-bodies/none#response-body'] },
  },
  {
    name: 'hides-fields',
    title: 'returns only the fields that describe the body',
    client: changingResponses((response) => ({
      ...response,
      headers: response.headers.filter(([name]) => /^content-/i.test(name)),
    })),
    witnesses: { fetch: ['metadata/fields-of-the-last-answer#response-header:x-answer'] },
  },
  {
    name: 'combines-fields',
    title: 'returns the lines of each field combined by commas, also those of Set-Cookie',
    client: changingResponses((response) => ({
      ...response,
      headers: [...Map.groupBy(response.headers, ([name]) => name.toLowerCase())].map(
        ([name, lines]) => [name, lines.map(([, value]) => value).join(', ')] as const,
      ),
    })),
    witnesses: { fetch: ['metadata/field-values-same-origin#response-header:set-cookie'] },
  },
  {
    name: 'returns-one-line-of-each-field',
    title: 'returns only the first line of each field',
    client: changingResponses((response) => ({
      ...response,
      headers: [...new Map(response.headers.toReversed().map(([name, value]) => [name.toLowerCase(), value] as const))],
    })),
    witnesses: {
      rfc9110: [
        'metadata/field-values-same-origin#response-header:set-cookie',
        'redirect-modes/manual-field-values#response-header:x-tag',
      ],
    },
  },
  {
    name: 'throws-on-400',
    title: 'throws on an answer of 400',
    client: changingResponses((response) => {
      if (response.status === 400) throw new Error('the server answered 400');
      return response;
    }),
    witnesses: { fetch: ['s3-error-bodies/wrong-region-get#outcome'] },
  },
  {
    name: 'lists-last-redirect-only',
    title: 'lists only the last of its redirects',
    client: changingResponses((response) => ({ ...response, history: response.history?.slice(-1) ?? [] })),
    witnesses: { 'adr-016': ['metadata/other-host#history'] },
  },
];

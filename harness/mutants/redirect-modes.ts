import { valuesOf } from '../../suites/vocabulary/header-fields.ts';
import type { Client, ClientRequest, ClientResponse } from '../adapter/index.ts';
import type { Mutant } from './mutant.ts';
import { is3xx } from './support/status-class.ts';
import { changingCalls, changingResponses } from './support/wrapped.ts';

function withoutMode(request: ClientRequest): ClientRequest {
  const copy = { ...request };
  delete copy.redirect;
  return copy;
}

/** Changes what the caller gets in manual mode. */
const inManualMode = (change: (response: ClientResponse) => ClientResponse): ((client: Client) => Client) =>
  changingResponses((response, { redirect }) => (redirect === 'manual' ? change(response) : response));

/** Clients that do not respect the redirect mode of their caller. */
export const redirectModeMutants: readonly Mutant[] = [
  {
    name: 'ignores-redirect-mode',
    title: 'follows redirects although its caller asks for none, and drops no field',
    policy: () => ({ dropsField: () => false }),
    client: changingCalls(withoutMode),
    witnesses: {
      fetch: ['redirect-modes/manual-302#followed'],
      'adr-016': ['redirect-modes/manual-302#followed'],
      strict: ['redirect-modes/error-302#followed'],
    },
  },
  {
    name: 'knows-modes-of-get-over-http',
    title: 'ignores the redirect mode for methods other than GET and over https',
    client: changingCalls((request) =>
      request.method === 'GET' && request.url.startsWith('http:') ? request : withoutMode(request),
    ),
    witnesses: { fetch: ['redirect-modes/manual-head#followed', 'redirect-modes/error-https#followed'] },
  },
  {
    name: 'follows-everything-in-every-mode',
    title: 'follows every Location, whatever the status and the redirect mode',
    policy: () => ({ locationOf: ({ headers }) => valuesOf(headers, 'location')[0] }),
    client: changingCalls(withoutMode),
    witnesses: { fetch: ['redirect-modes/manual-200#followed', 'redirect-modes/error-301#followed'] },
  },
  {
    name: 'throws-on-unfollowed-redirect',
    title: 'throws on a redirect in manual mode',
    client: inManualMode((response) => {
      if (is3xx(response)) throw new Error(`a redirect: ${response.status}`);
      return response;
    }),
    witnesses: { 'adr-016': ['redirect-modes/manual-302#followed'] },
  },
  {
    name: 'hides-every-manual-response',
    title: 'returns an opaque response for every answer in manual mode, not only for redirects',
    client: inManualMode(() => ({ status: 0, headers: [], body: new Uint8Array() })),
    witnesses: { fetch: ['redirect-modes/manual-200#followed'] },
  },
  {
    name: 'resolves-returned-location',
    title: 'returns a Location that it has made absolute',
    client: changingResponses((response, { url }) => {
      const base = response.url ?? url;
      const absolute = ([name, value]: readonly [string, string]): readonly [string, string] =>
        /^location$/i.test(name) && URL.canParse(value, base) ? [name, new URL(value, base).href] : [name, value];
      return { ...response, headers: response.headers.map(absolute) };
    }),
    witnesses: { fetch: ['metadata/ends-in-201#response-header:location'] },
  },
  {
    name: 'returns-redirects-in-error-mode',
    title: 'returns the redirect where its caller wants an error',
    client: changingCalls((request) => (request.redirect === 'error' ? { ...request, redirect: 'manual' } : request)),
    witnesses: { fetch: ['redirect-modes/error-302#followed'] },
  },
];

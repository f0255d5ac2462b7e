import { valuesOf } from '../fields.ts';
import type { Exchange } from './exchange.ts';
import type { Policy } from './policy.ts';

const redirectStatuses: readonly number[] = [301, 302, 303, 307, 308];

const isOneOf =
  (...names: readonly string[]) =>
  (field: string): boolean =>
    names.includes(field.toLowerCase());

/** A Host of the caller is meant for the origin that it was given for, as credentials are. */
const boundToOrigin = isOneOf('authorization', 'cookie', 'proxy-authorization', 'host');
const mostBoundToOrigin = isOneOf('authorization', 'cookie', 'proxy-authorization', 'host', 'x-api-key', 'x-auth-token');
const bodyFields = isOneOf(
  'content-type',
  'content-encoding',
  'content-language',
  'content-location',
  'content-length',
  'expect',
);

/** Some of the ports that Fetch blocks. */
const badPorts: ReadonlySet<string> = new Set(['25', '6000']);

const isRetrieval = (method: string): boolean => method === 'GET' || method === 'HEAD';

const safeMethods: readonly string[] = ['GET', 'HEAD', 'OPTIONS', 'TRACE', 'QUERY'];

/** RFC 9111 section 4.4: the URL itself, and those that the answer names within the origin. */
const invalidated: Policy['forgets'] = ({ method, url }, { status, headers }) => {
  if (safeMethods.includes(method) || status >= 400) return [];
  const named = [...valuesOf(headers, 'location'), ...valuesOf(headers, 'content-location')].flatMap(
    (value) => URL.parse(value, url) ?? [],
  );
  return [url, ...named.filter(({ origin }) => origin === url.origin)];
};

const keyOf = ({ method, url: { href } }: Exchange): string | undefined =>
  isRetrieval(method) ? `${method} ${href.split('#', 1).join()}` : undefined;

/** HTTP-redirect fetch, and what RFC 9110 asks where Fetch is silent. */
const fetch: Policy = {
  limit: 20,
  stopsAtRevisit: false,
  locationOf: ({ status, headers }) => (redirectStatuses.includes(status) ? valuesOf(headers, 'location')[0] : undefined),
  refuses: (_, to) => badPorts.has(to.port),
  methodAfter: (status, method) => {
    if (status === 303) return isRetrieval(method) ? method : 'GET';
    return method === 'POST' && (status === 301 || status === 302) ? 'GET' : method;
  },
  keepsBody: () => true,
  replaysStreams: false,
  belongsToBody: bodyFields,
  staysBehind: (field, from, to) => from.origin !== to.origin && boundToOrigin(field),
  source: (redirected) => redirected,
  throwsAtLimit: true,
  tellsFragment: false,
  cacheKey: keyOf,
  forgets: invalidated,
};

/** RFC 9110 leaves most of it open; where it does, this client does as Fetch. */
const rfc9110: Policy = {
  ...fetch,
  replaysStreams: true,
  tellsFragment: true,
  belongsToBody: (field) => /^content-|^digest$|^last-modified$|^expect$/i.test(field),
  staysBehind: (field, from, to) => from.origin !== to.origin && mostBoundToOrigin(field),
};

const adr016: Policy = {
  ...rfc9110,
  limit: 30,
  stopsAtRevisit: true,
  methodAfter: (status, method) => {
    const rewritten =
      status === 303 ? !isRetrieval(method) : (status === 301 || status === 302) && ['POST', 'PUT', 'PATCH'].includes(method);
    return rewritten ? 'GET' : method;
  },
};

const strict: Policy = {
  ...fetch,
  refuses: (from, to) => fetch.refuses(from, to) || (from.protocol === 'https:' && to.protocol === 'http:'),
  staysBehind: (field, from, to) => from.origin !== to.origin && mostBoundToOrigin(field),
};

/** A client that does what each profile asks for, by name of the profile. */
export const policies = { fetch, rfc9110, 'adr-016': adr016, strict } as const satisfies Readonly<Record<string, Policy>>;

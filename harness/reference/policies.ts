import { valuesOf } from '../../suites/vocabulary/header-fields.ts';
import { redirectStatuses } from '../../suites/vocabulary/status.ts';
import type { Policy } from './policy.ts';

const isOneOf =
  (...names: readonly string[]) =>
  (field: string): boolean =>
    names.includes(field.toLowerCase());

// Host is on these lists: one that the caller set is meant for the first origin only, as credentials are.
const boundToOrigin = isOneOf('authorization', 'cookie', 'proxy-authorization', 'host');
/** A name that looks like that of a credential. No list is complete, because services define such fields. */
const isCredential = (field: string): boolean =>
  boundToOrigin(field) || /^cookie2$|api-?key|(^|-)(key|token|secret)$/i.test(field);
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

/** RFC 9111 section 4.4: the URL itself, and those of the same origin that the answer names. */
const invalidated: Policy['invalidates'] = ({ method, url }, { status, headers }) => {
  if (safeMethods.includes(method) || status >= 400) return [];
  const named = [...valuesOf(headers, 'location'), ...valuesOf(headers, 'content-location')].flatMap(
    (value) => URL.parse(value, url) ?? [],
  );
  return [url, ...named.filter(({ origin }) => origin === url.origin)];
};

const keyOf: Policy['cacheKey'] = ({ method, url: { href } }) =>
  isRetrieval(method) ? `${method} ${href.split('#', 1).join()}` : undefined;

/** HTTP-redirect fetch, and RFC 9110 where Fetch has no rule. */
const fetch: Policy = {
  limit: 20,
  stopsAtRevisit: false,
  locationOf: ({ status, headers }) =>
    redirectStatuses.some((each) => each === status) ? valuesOf(headers, 'location')[0] : undefined,
  refusesWriting: (locations) => locations.length > 1,
  refuses: (_, to) => badPorts.has(to.port),
  refusesBody: () => false,
  methodAfter: (status, method) => {
    if (status === 303) return isRetrieval(method) ? method : 'GET';
    return method === 'POST' && (status === 301 || status === 302) ? 'GET' : method;
  },
  keepsBody: () => true,
  replaysStreams: false,
  retriesMisdirected: true,
  belongsToBody: bodyFields,
  dropsField: (field, from, to) => from.origin !== to.origin && boundToOrigin(field),
  bindsCertificate: false,
  source: (redirected) => redirected,
  throwsAtLimit: true,
  reportsFragment: false,
  cacheKey: keyOf,
  invalidates: invalidated,
};

/** RFC 9110 section 4.2: an http or https URL whose host is empty. The URL Standard would find a host after the slashes. */
const hasEmptyHost = (location: string): boolean => /^https?:\/\/([/?#:]|$)/i.test(location);

/** RFC 9110 permits most decisions. Where it does, this policy decides as Fetch. */
const rfc9110: Policy = {
  ...fetch,
  refuses: (from, to) => fetch.refuses(from, to) || to.username !== '' || to.password !== '',
  refusesWriting: ([location = '']) => hasEmptyHost(location),
  replaysStreams: true,
  retriesMisdirected: false,
  reportsFragment: true,
  belongsToBody: (field) => /^content-|^digest$|^last-modified$|^expect$/i.test(field),
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
  dropsField: (field, from, to) => from.origin !== to.origin && isCredential(field),
  bindsCertificate: true,
  refusesBody: (body) => /password|secret|token/i.test(Buffer.from(body).toString('latin1')),
};

/** A policy for each bundled profile, by the name of the profile. */
export const referencePolicies = { fetch, rfc9110, 'adr-016': adr016, strict } as const satisfies Readonly<
  Record<string, Policy>
>;

/** The name of a profile that the reference client can follow. */
export type ReferenceProfile = keyof typeof referencePolicies;

/** The names of all profiles that the reference client can follow. */
export const referenceProfiles = Object.keys(referencePolicies) as readonly ReferenceProfile[];

import type { Mutant } from './mutant.ts';
import { relocated } from './support/relocated.ts';

const withQuery = (location: string, query: string): string => {
  const [target = '', fragment] = location.split('#');
  return target + (target.includes('?') ? '&' : '?') + query + (fragment === undefined ? '' : `#${fragment}`);
};

/** Whether a reference begins with the first segment of a relative path. */
const isRelativePath = (location: string): boolean => !/^([a-z][a-z0-9+.-]*:|[/?#])/i.test(location);

const isDotSegment = (segment: string): boolean => /^(\.|%2e){1,2}$/i.test(segment);

/** Clients that resolve a Location wrongly. */
export const locationResolutionMutants: readonly Mutant[] = [
  {
    name: 'appends-query',
    title: 'adds the query of a request to the target of its redirect',
    send: relocated((location, { url }) =>
      url.search && !location.startsWith('#') ? withQuery(location, url.search.slice(1)) : location,
    ),
    witnesses: {
      fetch: ['location-resolution/query-of-location#next@start'],
      rfc9110: ['location-resolution/query-of-location#next@start', 'location-resolution/absolute#next@start'],
    },
  },
  {
    name: 'resolves-against-first-url',
    title: 'resolves every Location against the first URL of the chain',
    send: relocated((location, _, { url }) => (URL.canParse(location, url) ? new URL(location, url).href : location)),
    witnesses: {
      fetch: ['location-resolution/base-at-another-host#next@other/b/middle'],
      rfc9110: ['location-resolution/base-of-the-second-redirect#next@b/c/middle'],
    },
  },
  {
    name: 'resolves-against-root',
    title: 'resolves a relative path against the root of its host',
    send: relocated((location) => (isRelativePath(location) ? `/${location}` : location)),
    witnesses: { rfc9110: ['location-resolution/name#next@b/c/d;p'] },
  },
  {
    name: 'resolves-absolute-paths-as-relative',
    title: 'resolves an absolute path as a relative one',
    send: relocated((location) => location.replace(/^\/(?!\/)/, './')),
    witnesses: { rfc9110: ['location-resolution/absolute-path#next@b/c/d;p'] },
  },
  {
    name: 'resolves-query-against-directory',
    title: 'drops the last path segment when a Location is only a query',
    send: relocated((location) => (location.startsWith('?') ? `./${location}` : location)),
    witnesses: { rfc9110: ['location-resolution/query#next@b/c/d;p'] },
  },
  {
    name: 'skips-dot-segments',
    title: 'skips dot segments and goes up no level',
    send: relocated((location) =>
      location
        .split('/')
        .filter((segment) => !isDotSegment(segment))
        .join('/'),
    ),
    witnesses: {
      fetch: ['location-resolution/absolute-with-escaped-dots#next@start'],
      rfc9110: ['location-resolution/dots-name#next@b/c/d;p', 'location-resolution/three-up#next@b/c/d;p'],
    },
  },
  {
    name: 'reads-same-scheme-as-host',
    title: 'takes what follows http: for a host, also without slashes',
    send: relocated((location) => location.replace(/^http:\/?(?!\/)/, 'http://')),
    witnesses: {
      fetch: ['location-resolution/same-scheme-name#next@b/c/d;p'],
      rfc9110: ['location-resolution/same-scheme-name#next@b/c/d;p', 'location-resolution/same-scheme-path#next@b/c/d;p'],
    },
  },
  {
    name: 'takes-http-for-the-scheme',
    title: 'takes http for the scheme of a Location that begins with //',
    send: relocated((location) => location.replace(/^\/\//, 'http://')),
    witnesses: { fetch: ['location-resolution/network-path-tls#next@home-tls/start'] },
  },
  {
    name: 'keeps-the-port',
    title: 'keeps the port of a request for a Location with a host and without a port',
    send: relocated((location, { url }) => location.replace(/^((?:https?:)?\/\/[^/:?]+)(?=[/?]|$)/i, `$1:${url.port}`)),
    witnesses: {
      fetch: ['location-resolution/absolute-without-port#next@home-8080/start'],
      rfc9110: ['location-resolution/network-path-without-port-to-the-same-host#next@home-8080/start'],
    },
  },
  {
    name: 'drops-the-port',
    title: 'resolves a path against the default port of its host',
    send: relocated((location, { url }) =>
      location.startsWith('/') ? new URL(location, `http://${url.hostname}`).href : location,
    ),
    witnesses: {
      fetch: ['location-resolution/path-at-a-port#next@home-8080/start'],
      rfc9110: ['location-resolution/path-at-a-port#next@home-8080/start'],
    },
  },
  {
    name: 'drops-empty-queries',
    title: 'drops the question mark of an empty query',
    send: relocated((location) => location.replace(/^([^#]+)\?(?=#|$)/, '$1')),
    witnesses: {
      fetch: ['location-resolution/empty-query#next@start'],
      rfc9110: ['location-resolution/empty-query#next@start'],
    },
  },
  {
    name: 'merges-slashes',
    title: 'merges several slashes in a row into one',
    send: relocated((location) => location.replace(/(?<!:)\/{2,}/g, '/')),
    witnesses: { rfc9110: ['location-resolution/empty-segments#next@start', 'location-resolution/network-path#next@b/c/d;p'] },
  },
];

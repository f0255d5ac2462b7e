import type { Answer, Exchange } from '../reference/exchange.ts';
import type { Send } from '../reference/follow.ts';
import { valuesOf } from '../servers/connection.ts';
import type { Sin } from './sin.ts';

/** A client that takes every Location for another one. */
export const relocated =
  (change: (location: string, request: Exchange, first: Exchange, answer: Answer) => string) =>
  (send: Send): Send => {
    let first: Exchange | undefined;
    return async (request) => {
      const answer = await send(request);
      first ??= request;
      const [location] = valuesOf(answer.headers, 'location');
      if (location === undefined) return answer;
      const others = answer.headers.filter(([name]) => !/^location$/i.test(name));
      return { ...answer, headers: [...others, ['Location', change(location, request, first, answer)]] };
    };
  };

const withQuery = (location: string, query: string): string => {
  const [target = '', fragment] = location.split('#');
  return target + (target.includes('?') ? '&' : '?') + query + (fragment === undefined ? '' : `#${fragment}`);
};

export const locationResolution: readonly Sin[] = [
  {
    name: 'carries-the-query-on',
    title: 'adds the query of a request to the target of its redirect',
    send: relocated((location, { url }) =>
      url.search && !location.startsWith('#') ? withQuery(location, url.search.slice(1)) : location,
    ),
    breaks: [
      {
        under: ['fetch'],
        checks: [
          'location-resolution/{name,dot-name,directory,absolute-path,network-path,network-path-host-only,query,name-and-query,name-and-fragment,name-query-and-fragment,parameter,name-and-parameter,parameter-query-and-fragment,dot,dot-slash,dots,dots-slash,dots-name,two-up,two-up-slash,two-up-name,three-up,four-up,dot-at-the-root,dots-at-the-root,name-ends-in-a-dot,name-begins-with-a-dot,name-ends-in-dots,name-begins-with-dots,dot-then-up,dots-both-ends,dot-inside,dots-inside,parameter-then-dot,parameter-then-dots,dot-in-the-query,dots-in-the-query,dot-in-the-fragment,dots-in-the-fragment}#next@b/c/d;p',
          'location-resolution/*#next@start',
          'location-resolution/base-query-with-slashes#next@',
          'location-bytes/{name-in-small-letters,name-in-capitals,name-in-mixed-case,no-space,whitespace-before,whitespace-after,comma,space-in-the-path,space-in-the-query,angle-brackets,lone-percent,escaped-reserved,escaped-percent,escaped-unreserved,escaped-in-small-letters,capitals,default-port,default-port-tls,empty-port,colons,space-in-scheme}#next@start',
        ],
      },
      {
        under: ['rfc9110', 'adr-016'],
        checks: [
          'location-resolution/{name,dot-name,directory,absolute-path,network-path,network-path-host-only,query,name-and-query,name-and-fragment,name-query-and-fragment,parameter,name-and-parameter,parameter-query-and-fragment,dot,dot-slash,dots,dots-slash,dots-name,two-up,two-up-slash,two-up-name,three-up,four-up,dot-at-the-root,dots-at-the-root,name-ends-in-a-dot,name-begins-with-a-dot,name-ends-in-dots,name-begins-with-dots,dot-then-up,dots-both-ends,dot-inside,dots-inside,parameter-then-dot,parameter-then-dots,dot-in-the-query,dots-in-the-query,dot-in-the-fragment,dots-in-the-fragment}#next@b/c/d;p',
          'location-resolution/{absolute,absolute-with-dots,absolute-without-path,empty-segments,query-of-location,url-in-the-query,two-question-marks}#next@start',
          'location-resolution/base-query-with-slashes#next@',
          'location-bytes/{name-in-small-letters,name-in-capitals,name-in-mixed-case,no-space,whitespace-before,whitespace-after,comma,escaped-reserved,escaped-percent,escaped-unreserved,capitals,default-port,default-port-tls,empty-port}#next@start',
        ],
      },
    ],
  },
  {
    name: 'resolves-against-the-first-url',
    title: 'takes the first URL of a chain for the base of every Location',
    send: relocated((location, _, { url }) => (URL.canParse(location, url) ? new URL(location, url).href : location)),
    breaks: [
      {
        under: ['fetch', 'rfc9110', 'adr-016'],
        checks: [
          'location-resolution/base-of-the-second-redirect#next@b/c/middle',
          'location-resolution/base-at-another-host#next@other/b/middle',
          'location-resolution/base-without-path#next@other/',
          'location-resolution/base-after-three-redirects#next@c/d/three',
        ],
      },
    ],
  },
];

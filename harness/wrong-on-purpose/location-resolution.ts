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
        under: ['rfc9110'],
        checks: [
          '*/*#next@',
          'location-resolution/{name,name-and-query,name-and-fragment,name-query-and-fragment,name-and-parameter,name-ends-in-a-dot,name-begins-with-a-dot,name-ends-in-dots,name-begins-with-dots,dot-name,dot,dot-slash,dot-at-the-root,dot-then-up,dot-inside,dot-in-the-query,dot-in-the-fragment,directory,absolute-path,network-*,query,parameter,parameter-query-and-fragment,parameter-then-dot,parameter-then-dots,dots,dots-slash,dots-name,dots-at-the-root,dots-both-ends,dots-inside,dots-in-the-query,dots-in-the-fragment,two-*,three-up,four-up}#next@b/c/d;p',
          'location-resolution/{absolute,absolute-with-dots,absolute-without-path,empty-segments,query-of-location,url-in-the-query,two-question-marks}#next@start',
          'location-bytes/{name-in-small-letters,name-in-capitals,name-in-mixed-case,no-space,whitespace-*,comma,escaped-reserved,escaped-percent,escaped-unreserved,capitals,default-*,empty-port}#next@start',
        ],
      },
      {
        under: ['fetch'],
        checks: [
          '*/*#next@',
          'location-resolution/*#next@start',
          'location-resolution/{name,name-and-query,name-and-fragment,name-query-and-fragment,name-and-parameter,name-ends-in-a-dot,name-begins-with-a-dot,name-ends-in-dots,name-begins-with-dots,dot-name,dot,dot-slash,dot-at-the-root,dot-then-up,dot-inside,dot-in-the-query,dot-in-the-fragment,directory,absolute-path,network-*,query,parameter,parameter-query-and-fragment,parameter-then-dot,parameter-then-dots,dots,dots-slash,dots-name,dots-at-the-root,dots-both-ends,dots-inside,dots-in-the-query,dots-in-the-fragment,two-*,three-up,four-up}#next@b/c/d;p',
          'location-bytes/{name-in-small-letters,name-in-capitals,name-in-mixed-case,no-space,whitespace-*,comma,space-in-the-path,space-in-the-query,space-in-scheme,angle-brackets,lone-percent,escaped-reserved,escaped-percent,escaped-unreserved,escaped-in-small-letters,capitals,default-*,empty-port,colons}#next@start',
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
        under: ['fetch'],
        checks: [
          '*/*#{next@b/c/middle,next@other/b/middle,next@other/,next@c/d/three}',
          'metadata/other-host#followed',
          'metadata/ends-in-201#response-header:location',
        ],
      },
      {
        under: ['rfc9110'],
        checks: [
          '*/*#{next@b/c/middle,next@other/b/middle,next@other/,next@c/d/three}',
          'metadata/ends-in-201#response-header:location',
        ],
      },
    ],
  },
];

import type { Answer, Exchange } from '../reference/exchange.ts';
import type { Send } from '../reference/follow.ts';
import { valuesOf } from '../fields.ts';
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
    under: ['fetch', 'rfc9110'],
  },
  {
    name: 'resolves-against-the-first-url',
    title: 'takes the first URL of a chain for the base of every Location',
    send: relocated((location, _, { url }) => (URL.canParse(location, url) ? new URL(location, url).href : location)),
    under: ['fetch', 'rfc9110'],
  },
];

import type { Exchange } from '../reference/exchange.ts';
import { relocated } from './location-resolution.ts';
import type { Sin } from './sin.ts';

export const fragments: readonly Sin[] = [
  {
    name: 'escapes-fragments',
    title: 'takes the fragment of a Location for part of the path',
    send: relocated((location) => location.replace('#', '%23')),
    also: ['proxy'],
    under: ['fetch', 'rfc9110'],
  },
  {
    name: 'loses-fragments',
    title: 'forgets the fragment of its URL at every redirect',
    send: relocated((location) => (location.includes('#') ? location : `${location}#`)),
    under: ['rfc9110'],
  },
  {
    name: 'keeps-its-own-fragment',
    title: 'prefers the fragment of its URL to that of a Location',
    send: relocated((location) => location.replace(/#.*/, '')),
    under: ['rfc9110'],
  },
  {
    name: 'refers-with-fragment',
    title: 'tells the next server where it comes from, fragment and all',
    send: (send) => {
      let previous: Exchange | undefined;
      return (request) => {
        const from = previous?.url.href;
        previous = request;
        return send(from === undefined ? request : { ...request, headers: [...request.headers, ['Referer', from]] });
      };
    },
    under: ['fetch'],
  },
];

import type { Exchange } from '../reference/exchange.ts';
import { relocated } from './location-resolution.ts';
import type { Sin } from './sin.ts';

export const fragments: readonly Sin[] = [
  {
    name: 'escapes-fragments',
    title: 'takes the fragment of a Location for part of the path',
    send: relocated((location) => location.replace('#', '%23')),
    breaks: [
      {
        under: ['fetch'],
        checks: [
          'location-resolution/{name-and-fragment,name-query-and-fragment,parameter-query-and-fragment,dot-in-the-fragment,dots-in-the-fragment}#next@b/c/d;p',
          'fragments/{location-wins,location-only,last-one-survives,empty-one-blocks}#followed@2',
          'fragments/*#next@start',
        ],
      },
      {
        under: ['rfc9110'],
        checks: [
          'location-resolution/{name-and-fragment,name-query-and-fragment,parameter-query-and-fragment,dot-in-the-fragment,dots-in-the-fragment}#next@b/c/d;p',
          'fragments/{location-wins,location-only,last-one-survives,empty-one-blocks}#final-url@2',
          'fragments/*#next@start',
        ],
      },
      {
        under: ['adr-016'],
        checks: [
          'location-resolution/{name-and-fragment,name-query-and-fragment,parameter-query-and-fragment,dot-in-the-fragment,dots-in-the-fragment}#next@b/c/d;p',
          'fragments/{location-wins,location-only,last-one-survives,empty-one-blocks}#followed@2',
          'fragments/{location-wins,location-only,last-one-survives,empty-one-blocks}#final-url@2',
          'fragments/not-on-the-wire#next@start',
        ],
      },
    ],
  },
  {
    name: 'loses-fragments',
    title: 'forgets the fragment of its URL at every redirect',
    send: relocated((location) => (location.includes('#') ? location : `${location}#`)),
    breaks: [
      { under: ['rfc9110'], checks: ['fragments/{inherited,inherited-twice,last-one-survives}#final-url@2'] },
      {
        under: ['adr-016'],
        checks: [
          'location-bytes/*#response-header:location',
          'fragments/{inherited,inherited-twice,last-one-survives}#final-url@2',
        ],
      },
    ],
  },
  {
    name: 'keeps-its-own-fragment',
    title: 'prefers the fragment of its URL to that of a Location',
    send: relocated((location) => location.replace(/#.*/, '')),
    breaks: [
      {
        under: ['rfc9110', 'adr-016'],
        checks: ['fragments/{location-wins,location-only,last-one-survives,empty-one-blocks}#final-url@2'],
      },
    ],
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
    breaks: [{ under: ['fetch', 'rfc9110', 'adr-016'], checks: ['fragments/not-on-the-wire#field:referer@target'] }],
  },
];

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
        under: ['rfc9110'],
        checks: [
          'fragments/*#next@start',
          'location-resolution/{name-and-fragment,name-query-and-fragment,parameter-query-and-fragment,dot-in-the-fragment,dots-in-the-fragment}#next@b/c/d;p',
          'fragments/{location-*,last-one-survives,empty-one-blocks}#final-url@2',
        ],
      },
      {
        under: ['fetch'],
        checks: [
          'fragments/*#next@start',
          'cycles/same-but-for-fragment#outcome',
          'location-resolution/{name-and-fragment,name-query-and-fragment,parameter-query-and-fragment,dot-in-the-fragment,dots-in-the-fragment}#next@b/c/d;p',
          'fragments/{location-*,last-one-survives,empty-one-blocks}#followed@2',
          'credentials/lookalike-fragment#followed',
          'referrer/fragment#followed',
          'metadata/fragment#followed',
        ],
      },
    ],
  },
  {
    name: 'loses-fragments',
    title: 'forgets the fragment of its URL at every redirect',
    send: relocated((location) => (location.includes('#') ? location : `${location}#`)),
    breaks: [
      {
        under: ['rfc9110'],
        checks: [
          'fragments/{inherited,inherited-twice,last-one-survives}#final-url@2',
          'metadata/ends-in-201#response-header:location',
        ],
      },
    ],
  },
  {
    name: 'keeps-its-own-fragment',
    title: 'prefers the fragment of its URL to that of a Location',
    send: relocated((location) => location.replace(/#.*/, '')),
    breaks: [{ under: ['rfc9110'], checks: ['fragments/{location-*,last-one-survives,empty-one-blocks}#final-url@2'] }],
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
    breaks: [
      {
        under: ['fetch'],
        checks: [
          '*/*#{field:referer@other-tls/target,field:referer@home-tls/target}',
          'fragments/*#field:referer@target',
          'referrer/{userinfo-of-location,fragment,down,policy-no-referrer,policy-origin,policy-strict-origin,policy-known-after-unknown,policy-unknown-after-known,policy-last-of-two,policy-in-capitals,policy-lasts}#field:referer@target',
          'referrer/{other-host,down-to-other-host,policy-*}#field:referer@other/target',
        ],
      },
      {
        under: ['rfc9110'],
        checks: [
          'fragments/*#field:referer@target',
          'referrer/{userinfo-of-location,fragment,down}#field:referer@target',
          'referrer/down-to-other-host#field:referer@other/target',
        ],
      },
    ],
  },
];

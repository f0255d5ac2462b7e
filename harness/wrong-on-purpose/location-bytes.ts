import { RedirectRefusedError } from '../reference/errors.ts';
import type { Answer } from '../reference/exchange.ts';
import { valuesOf } from '../servers/connection.ts';
import { relocated } from './location-resolution.ts';
import type { Sin } from './sin.ts';
import { wrapped } from './wrapped.ts';

const redirectTo = (location: string): Answer => ({ status: 302, headers: [['Location', location]], body: new Uint8Array() });

export const locationBytes: readonly Sin[] = [
  {
    name: 'merges-trailers',
    title: 'finds a Location in a trailer',
    send: (send) => async (request) => {
      const answer = await send(request);
      return valuesOf(answer.headers, 'trailer').includes('Location') ? redirectTo('/target') : answer;
    },
    breaks: [
      { under: ['fetch'], checks: ['http2/location-in-trailers#followed', 'location-bytes/in-the-trailer#next@start'] },
      { under: ['rfc9110'], checks: ['http2/location-in-trailers#followed'] },
    ],
  },
  {
    name: 'patches-up-messages',
    title: 'makes something of a message that no parser should accept',
    send: (send) => (request) =>
      send(request).catch((error: Error & { code?: string }) => {
        if (error.code?.startsWith('HPE_')) return redirectTo('/target');
        throw error;
      }),
    breaks: [{ under: ['rfc9110'], checks: ['location-bytes/{nul,bare-cr}#next@start'] }],
  },
  {
    name: 'guesses-hosts',
    title: 'goes to the host it knows where a Location is no URL',
    send: relocated((location, { url }) => (URL.canParse(location, url) ? location : '/')),
    breaks: [
      {
        under: ['fetch'],
        checks: [
          'location-bytes/{unclosed-bracket,ipv4-in-brackets,name-in-brackets,ipv6-with-zone,port-*,space-in-host,space-in-address,escaped-nul-in-host,scheme-only}#next@start',
        ],
      },
    ],
  },
  {
    name: 'ignores-bad-ports',
    title: 'goes to any port that a redirect names',
    policy: () => ({ refuses: () => false }),
    breaks: [{ under: ['fetch'], checks: ['location-bytes/bad-port#next@start'] }],
  },
  {
    name: 'stays-among-friends',
    title: 'refuses to go to addresses, and to hosts outside the domains it knows',
    policy: ({ refuses }) => ({ refuses: (from, to) => refuses(from, to) || !to.hostname.endsWith('.test') }),
    breaks: [
      {
        under: ['fetch'],
        checks: ['location-bytes/{ipv4,ipv6,unresolvable}#next@start', 'target-schemes/host-named-unix#next@start'],
      },
    ],
  },
  {
    name: 'cuts-long-locations',
    title: 'keeps only the first 4096 octets of a Location',
    send: relocated((location) => location.slice(0, 4096)),
    breaks: [{ under: ['fetch'], checks: ['location-bytes/8000-octets#followed'] }],
  },
  {
    name: 'throws-in-manual-mode',
    title: 'throws where its caller wants to see the redirect',
    client: wrapped(() => (send) => async (request, options) => {
      const response = await send(request, options);
      if (request.redirect === 'manual' && response.status === 302) throw new RedirectRefusedError('redirect refused');
      return response;
    }),
    breaks: [
      {
        under: ['fetch'],
        checks: [
          'redirect-modes/manual-302#followed',
          'redirect-modes/{manual-302-without-location,manual-then-default,step-by-step}#outcome',
        ],
      },
      {
        under: ['adr-016'],
        checks: [
          'location-bytes/manual-*#outcome',
          'redirect-bodies/shown-302-length#outcome',
          'redirect-modes/manual-302#followed',
          'redirect-modes/{manual-302-without-location,manual-then-default,step-by-step}#outcome',
        ],
      },
    ],
  },
  {
    name: 'keeps-location-to-itself',
    title: 'hides Location from its caller',
    client: wrapped(() => (send) => async (request, options) => {
      const response = await send(request, options);
      return { ...response, headers: response.headers.filter(([name]) => !/^location$/i.test(name)) };
    }),
    breaks: [
      {
        under: ['adr-016'],
        checks: [
          'http2/manual#response-header:location',
          '{location-bytes,redirect-modes}/*#response-header:location',
          'metadata/ends-in-201#response-header:location',
        ],
      },
    ],
  },
];

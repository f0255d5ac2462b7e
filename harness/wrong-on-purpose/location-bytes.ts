import { InvalidLocationError, RedirectRefusedError } from '../reference/errors.ts';
import type { Answer } from '../reference/exchange.ts';
import type { Send } from '../reference/follow.ts';
import { valuesOf } from '../servers/connection.ts';
import { relocated } from './location-resolution.ts';
import { bytesFrom, readLeniently } from './redirect-bodies.ts';
import type { Sin } from './sin.ts';
import { wrapped } from './wrapped.ts';

const redirectTo = (location: string): Answer => ({ status: 302, headers: [['Location', location]], body: new Uint8Array() });

/** Writes the request behind a Location with spaces as they stand there. */
const leavingSpaces = (send: Send): Send => {
  let spaced = false;
  return async (request) => {
    const { pathname, search } = request.url;
    const target = (pathname + search).replaceAll('%20', ' ');
    const answer = spaced ? readLeniently(await bytesFrom(request, target)) : await send(request);
    spaced = valuesOf(answer.headers, 'location').some((location) => location.includes(' '));
    return answer;
  };
};

export const locationBytes: readonly Sin[] = [
  {
    name: 'merges-trailers',
    title: 'finds a Location in a trailer',
    send: (send) => async (request) => {
      const answer = await send(request);
      return valuesOf(answer.headers, 'trailer').includes('Location') ? redirectTo('/target') : answer;
    },
    breaks: [{ under: ['fetch'], checks: ['location-bytes/in-the-trailer#next@start'] }],
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
          'location-bytes/percent-in-host#next@start',
        ],
      },
    ],
  },
  {
    name: 'leaves-spaces',
    title: 'asks for a target with the spaces that a Location had',
    send: leavingSpaces,
    breaks: [{ under: ['rfc9110'], checks: ['location-bytes/{space-in-the-path,space-in-the-query}#next@start'] }],
  },
  {
    name: 'knows-no-ipv6',
    title: 'takes a Location with an IPv6 address for broken',
    policy: ({ refuses }) => ({
      refuses: (from, to) => {
        if (to.hostname.startsWith('[')) throw new InvalidLocationError(`Location is no URL: ${to.href}`);
        return refuses(from, to);
      },
    }),
    breaks: [{ under: ['rfc9110'], checks: ['location-bytes/ipv6#next@start'] }],
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
          'redirect-modes/manual-gzip#outcome',
          'services/captive-portal-shown#followed',
        ],
      },
      {
        under: ['adr-016'],
        checks: [
          'location-bytes/manual-*#outcome',
          'redirect-bodies/shown-302-length#outcome',
          'redirect-modes/manual-302#followed',
          'redirect-modes/{manual-302-without-location,manual-then-default,step-by-step}#outcome',
          'redirect-modes/manual-gzip#outcome',
          'services/captive-portal-shown#followed',
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
          '{location-bytes,redirect-modes}/*#response-header:location',
          'metadata/ends-in-201#response-header:location',
          'services/captive-portal-shown#response-header:location',
        ],
      },
    ],
  },
];

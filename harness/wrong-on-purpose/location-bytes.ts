import { InvalidLocationError, RedirectRefusedError } from '../reference/errors.ts';
import type { Answer } from '../reference/exchange.ts';
import type { Send } from '../reference/follow.ts';
import { valuesOf } from '../fields.ts';
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
    also: ['http2'],
    under: ['fetch', 'rfc9110'],
  },
  {
    name: 'patches-up-messages',
    title: 'makes something of a message that no parser should accept',
    send: (send) => (request) =>
      send(request).catch((error: Error & { code?: string }) => {
        if (error.code?.startsWith('HPE_')) return redirectTo('/target');
        throw error;
      }),
    under: ['rfc9110'],
  },
  {
    name: 'guesses-hosts',
    title: 'goes to the host it knows where a Location is no URL',
    send: relocated((location, { url }) => (URL.canParse(location, url) ? location : '/')),
    under: ['fetch'],
  },
  {
    name: 'leaves-spaces',
    title: 'asks for a target with the spaces that a Location had',
    send: leavingSpaces,
    under: ['rfc9110'],
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
    under: ['rfc9110'],
  },
  {
    name: 'ignores-bad-ports',
    title: 'goes to any port that a redirect names',
    policy: () => ({ refuses: () => false }),
    under: ['fetch'],
  },
  {
    name: 'stays-among-friends',
    title: 'refuses to go to addresses, and to hosts outside the domains it knows',
    policy: ({ refuses }) => ({ refuses: (from, to) => refuses(from, to) || !to.hostname.endsWith('.test') }),
    under: ['fetch'],
  },
  {
    name: 'cuts-long-locations',
    title: 'keeps only the first 4096 octets of a Location',
    send: relocated((location) => location.slice(0, 4096)),
    under: ['fetch'],
  },
  {
    name: 'throws-in-manual-mode',
    title: 'throws where its caller wants to see the redirect',
    client: wrapped(() => (send) => async (request, options) => {
      const response = await send(request, options);
      if (request.redirect === 'manual' && response.status === 302) throw new RedirectRefusedError('redirect refused');
      return response;
    }),
    under: ['adr-016'],
  },
  {
    name: 'keeps-location-to-itself',
    title: 'hides Location from its caller',
    client: wrapped(() => (send) => async (request, options) => {
      const response = await send(request, options);
      return { ...response, headers: response.headers.filter(([name]) => !/^location$/i.test(name)) };
    }),
    also: ['http2'],
    under: ['adr-016'],
  },
];

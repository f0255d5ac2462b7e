import { valuesOf } from '../fields.ts';
import type { Client, ClientRequest, ClientResponse, Send } from '../client.ts';
import type { Sin } from './sin.ts';
import { wrapped } from './wrapped.ts';

/** A client that knows what its caller asked for and does something else. */
const answering = (
  end: (request: ClientRequest, send: (request: ClientRequest) => Promise<ClientResponse>) => Promise<ClientResponse>,
): ((client: Client) => Client) =>
  wrapped(
    () =>
      (send: Send): Send =>
      (request, options) =>
        end(request, (changed) => send(changed, options)),
  );

function withoutMode(request: ClientRequest): ClientRequest {
  const copy = { ...request };
  delete copy.redirect;
  return copy;
}

/** What a client does wrong with responses in manual mode. */
const inManual = (change: (response: ClientResponse) => ClientResponse): ((client: Client) => Client) =>
  answering(async (request, send) => {
    const response = await send(request);
    return request.redirect === 'manual' ? change(response) : response;
  });

const isRedirect = ({ status }: ClientResponse): boolean => status >= 300 && status < 400;

export const redirectModes: readonly Sin[] = [
  {
    name: 'ignores-redirect-mode',
    title: 'follows redirects although its caller wants none followed, with everything it has',
    policy: () => ({ staysBehind: () => false }),
    client: answering((request, send) => send(withoutMode(request))),
    also: ['cookie-jar', 'cache', 'http2'],
    under: ['fetch', 'adr-016', 'strict'],
  },
  {
    name: 'follows-in-any-mode',
    title: 'follows every Location, whatever the status and whatever its caller wants',
    policy: () => ({ locationOf: ({ headers }) => valuesOf(headers, 'location')[0] }),
    client: answering((request, send) => send(withoutMode(request))),
    under: ['fetch'],
  },
  {
    name: 'throws-at-the-unfollowed',
    title: 'throws at a redirect that it was told not to follow',
    client: inManual((response) => {
      if (isRedirect(response)) throw new Error(`a redirect: ${response.status}`);
      return response;
    }),
    under: ['adr-016'],
  },
  {
    name: 'makes-all-opaque',
    title: 'hides every response in manual mode, and not only redirects',
    client: inManual(() => ({ status: 0, headers: [], body: new Uint8Array() })),
    under: ['fetch'],
  },
  {
    name: 'resolves-location',
    title: 'hands over a Location that it has made absolute',
    client: answering(async (request, send) => {
      const response = await send(request);
      const { url = request.url } = response;
      const absolute = ([name, value]: readonly [string, string]): readonly [string, string] =>
        /^location$/i.test(name) && URL.canParse(value, url) ? [name, new URL(value, url).href] : [name, value];
      return { ...response, headers: response.headers.map(absolute) };
    }),
    under: ['fetch'],
  },
  {
    name: 'returns-redirects-in-error-mode',
    title: 'hands over the redirect where its caller wants an error',
    client: answering((request, send) => send(request.redirect === 'error' ? { ...request, redirect: 'manual' } : request)),
    under: ['fetch'],
  },
];

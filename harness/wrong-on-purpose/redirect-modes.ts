import { valuesOf } from '../servers/connection.ts';
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
    breaks: [
      {
        under: ['fetch', 'adr-016', 'strict'],
        checks: ['redirect-modes/{manual-301,manual-302,manual-303,manual-307,manual-308}#followed'],
      },
    ],
  },
  {
    name: 'follows-any-location',
    title: 'follows every Location, whatever the status and whatever its caller wants',
    policy: () => ({ locationOf: ({ headers }) => valuesOf(headers, 'location')[0] }),
    client: answering((request, send) => send(withoutMode(request))),
    breaks: [
      {
        under: ['fetch'],
        checks: ['redirect-modes/{manual,error}-{200,300,304,399}#followed', 'redirect-modes/manual-204#followed'],
      },
      { under: ['adr-016'], checks: ['redirect-modes/manual-{300,304,399}#followed'] },
    ],
  },
  {
    name: 'throws-in-manual-mode',
    title: 'throws at a redirect that it was told not to follow',
    client: inManual((response) => {
      if (isRedirect(response)) throw new Error(`a redirect: ${response.status}`);
      return response;
    }),
    breaks: [{ under: ['fetch', 'adr-016'], checks: ['redirect-modes/manual-30*#{followed,outcome}'] }],
  },
  {
    name: 'makes-all-opaque',
    title: 'hides every response in manual mode, and not only redirects',
    client: inManual(() => ({ status: 0, headers: [], body: new Uint8Array() })),
    breaks: [
      {
        under: ['fetch'],
        checks: ['redirect-modes/manual-{200,204,300,304,399}#followed', 'redirect-modes/step-by-step#outcome@2'],
      },
      { under: ['adr-016'], checks: ['redirect-modes/manual-30*#{followed,outcome}'] },
    ],
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
    breaks: [
      {
        under: ['adr-016'],
        checks: ['redirect-modes/manual-30*#response-header:location', 'metadata/ends-in-201#response-header:location'],
      },
      { under: ['fetch'], checks: ['metadata/ends-in-201#response-header:location'] },
    ],
  },
  {
    name: 'returns-redirects-in-error-mode',
    title: 'hands over the redirect where its caller wants an error',
    client: answering((request, send) => send(request.redirect === 'error' ? { ...request, redirect: 'manual' } : request)),
    breaks: [
      {
        under: ['fetch'],
        checks: [
          'redirect-modes/error-30{1,2,3,7,8}#followed',
          'redirect-modes/error-{post,other-host,report-uri,invalid-location}#outcome',
        ],
      },
    ],
  },
];

import type { Client, ClientResponse } from '../client.ts';
import type { Answer } from '../reference/exchange.ts';
import type { Sin } from './sin.ts';
import { wrapped } from './wrapped.ts';

/** A client that tells something wrong of each response. */
const telling = (change: (response: ClientResponse) => ClientResponse): ((client: Client) => Client) =>
  wrapped(() => (send) => async (request, options) => change(await send(request, options)));

const isRedirect = ({ status }: Answer): boolean => status >= 300 && status < 400;

export const metadata: readonly Sin[] = [
  {
    name: 'tells-another-url',
    title: 'tells a final URL with something added',
    client: telling((response) => ({ ...response, url: `${response.url}?` })),
    under: ['fetch'],
  },
  {
    name: 'denies-redirects',
    title: 'says that it was redirected where it was not, and denies it where it was',
    client: telling((response) => ({ ...response, redirected: !response.redirected })),
    under: ['fetch'],
  },
  {
    name: 'lists-itself',
    title: 'lists the last answer among its redirects',
    client: telling(({ history = [], ...response }) => ({
      ...response,
      history: [...history, { status: response.status, url: response.url ?? '' }],
    })),
    under: ['adr-016'],
  },
  {
    name: 'mixes-answers',
    title: 'adds fields and body of a redirect to those of the last answer',
    send: (send) => {
      let before: Answer | undefined;
      return async (request) => {
        const answer = await send(request);
        if (isRedirect(answer)) before = answer;
        if (isRedirect(answer) || !before) return answer;
        return {
          ...answer,
          headers: [...before.headers, ...answer.headers],
          body: Buffer.concat([before.body, answer.body]),
        };
      };
    },
    under: ['fetch'],
  },
  {
    name: 'remembers-redirects',
    title: 'goes straight to where the first call was redirected, by whatever status',
    client: wrapped(() => {
      const moved = new Map<string, string>();
      return (send) => async (request, options) => {
        const response = await send({ ...request, url: moved.get(request.url) ?? request.url }, options);
        if (response.redirected && response.url) moved.set(request.url, response.url);
        return response;
      };
    }),
    under: ['fetch'],
  },
];

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
    breaks: [
      {
        under: ['fetch'],
        checks: [
          'redirect-modes/*#final-url',
          'metadata/{one-redirect,every-status,other-host,there-and-back,query,escapes,no-redirect,ends-in-201}#final-url',
          'services/captive-portal#final-url',
        ],
      },
    ],
  },
  {
    name: 'denies-redirects',
    title: 'says that it was redirected where it was not, and denies it where it was',
    client: telling((response) => ({ ...response, redirected: !response.redirected })),
    breaks: [{ under: ['fetch'], checks: ['*/*#{redirected,redirected@2}'] }],
  },
  {
    name: 'lists-itself',
    title: 'lists the last answer among its redirects',
    client: telling(({ history = [], ...response }) => ({
      ...response,
      history: [...history, { status: response.status, url: response.url ?? '' }],
    })),
    breaks: [
      {
        under: ['adr-016'],
        checks: [
          '*/*#history@2',
          '{chain-limits,redirect-modes}/*#history',
          'metadata/{one-redirect,every-status,other-host,there-and-back,query,escapes,fragment,no-redirect}#history',
        ],
      },
    ],
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
    breaks: [
      {
        under: ['fetch'],
        checks: [
          '{headers,metadata}/*#response-header:location',
          '*/*#{response-header:x-stop,response-header:x-answer,response-header:content-disposition,response-header:x-redirect,response-header:etag,response-header:content-type,response-header:set-cookie,response-header:www-authenticate}',
          's3-error-bodies/temporary-get#response-body',
          'redirect-bodies/{page,page-307,page-303,like-a-response,large,chunked,chunked-with-extras,until-*,brotli-junk,unknown-coding,longer-than-said,second-response,final-*}#response-body',
          'metadata/{fields-of-the-last-answer,ends-in-204,ends-in-401,ends-in-404,ends-in-410,body-*}#response-body',
          'metadata/ends-in-{429,500,503}#response-body',
        ],
      },
    ],
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
    breaks: [{ under: ['fetch'], checks: ['*/*#requests@start', 's3-error-bodies/temporary-twice#canary:authorization@other'] }],
  },
];

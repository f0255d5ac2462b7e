import http from 'node:http';
import https from 'node:https';
import { toHeadersObject } from '../client.ts';
import { fieldsOfRaw, valuesOf } from '../fields.ts';
import { bodyOf, type Answer, type Exchange } from '../reference/exchange.ts';
import type { Send } from '../reference/follow.ts';
import type { Sin } from './sin.ts';
import { wrapped } from './wrapped.ts';

/** What is to be seen of an answer before its body, and of the interim responses ahead of it. */
interface Sight {
  readonly status: number;
  readonly headers: Answer['headers'];
  readonly reason: string;
  readonly version: string;
}

/** A client that looks at more of each answer than it should: `judge` may replace the answer, or throw. */
const looking =
  (judge: (sight: Sight) => Answer | undefined) =>
  (_: Send, signal: AbortSignal): Send =>
  async ({ method, url, headers, body }: Exchange) => {
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    const look = (message: http.InformationEvent | http.IncomingMessage): Answer | undefined =>
      judge({
        status: message.statusCode ?? 0,
        headers: fieldsOfRaw(message.rawHeaders),
        reason: message.statusMessage ?? '',
        version: message.httpVersion,
      });
    const { request } = url.protocol === 'https:' ? https : http;
    const length = body && { 'Content-Length': String(body.length) };
    request(url, { method, headers: { ...toHeadersObject(headers), ...length }, signal })
      .on('information', (message) => {
        const answer = look(message);
        if (answer) resolve(answer);
      })
      .on('response', (response) => {
        (async () => {
          const replaced = look(response);
          const read = await bodyOf(response);
          return replaced ?? { status: response.statusCode ?? 0, headers: fieldsOfRaw(response.rawHeaders), body: read };
        })().then(resolve, reject);
      })
      .on('error', reject)
      .end(body);
    return promise;
  };

const nothing = new Uint8Array();

/** Clients that misread which answer is a redirect. */
export const statusCoverage: readonly Sin[] = [
  {
    name: 'follows-any-location',
    title: 'follows Location whatever the status',
    policy: () => ({ locationOf: ({ headers }) => valuesOf(headers, 'location')[0] }),
    under: ['fetch', 'rfc9110'],
  },
  {
    name: 'takes-interim-for-final',
    title: 'takes a 1xx for the answer',
    send: looking(({ status, headers }) => (status < 200 ? { status, headers, body: nothing } : undefined)),
    under: ['fetch', 'rfc9110', 'adr-016'],
  },
  {
    name: 'follows-hints',
    title: 'follows the Location of a 103',
    send: looking(({ status, headers }) => (status === 103 ? { status: 302, headers, body: nothing } : undefined)),
    under: ['fetch'],
  },
  {
    name: 'reads-reason-phrases',
    title: 'throws where the reason phrase is not the registered one',
    send: looking(({ status, reason }) => {
      if (status >= 200 && reason !== http.STATUS_CODES[status]) throw new Error(`unknown reason phrase ${reason}`);
      return undefined;
    }),
    under: ['fetch', 'rfc9110'],
  },
  {
    name: 'knows-no-http-1-0',
    title: 'throws where an answer is in HTTP/1.0',
    send: looking(({ status, version }) => {
      if (status >= 200 && version !== '1.1') throw new Error(`unknown version ${version}`);
      return undefined;
    }),
    under: ['fetch'],
  },
  {
    name: 'hides-choices',
    title: 'tells a 300 as a 200, without its body',
    client: wrapped(() => (send) => async (request, options) => {
      const response = await send(request, options);
      return response.status === 300 ? { ...response, status: 200, body: nothing } : response;
    }),
    under: ['fetch'],
  },
];

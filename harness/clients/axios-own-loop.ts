import axios from 'axios';
import { type ClientRequest, type ClientResponse, defineClient, fromAxios, type Send } from '../adapter/index.ts';
import { versionOf } from './support/version.ts';

/** The caller's own limit. */
const LIMIT = 10;

const adapter = fromAxios(axios, { name: 'axios+own-loop', version: versionOf('axios') });

/** Where a redirect leads. Every 3xx with a Location is one for such a loop. */
function targetOf({ status, headers }: ClientResponse, url: string): string | undefined {
  const location = headers.find(([name]) => name.toLowerCase() === 'location')?.[1];
  return status >= 300 && status < 400 && location !== undefined ? new URL(location, url).href : undefined;
}

/** What the loop asks for next: the target by GET, with everything else of the first request but its body and query. */
const nextOf = ({ body: _body, form: _form, query: _query, ...request }: ClientRequest, url: string): ClientRequest => ({
  ...request,
  method: 'GET',
  url,
  body: undefined,
});

/** The loop that callers write to see each redirect: `maxRedirects: 0`, and the Location requested by the caller. */
const followByHand: Send = async (request, options) => {
  let current = request;
  for (let count = 0; count <= LIMIT; count += 1) {
    // One after the other: each request is known by the answer to the one before.
    // oxlint-disable-next-line no-await-in-loop
    const response = await adapter.send({ ...current, redirect: 'manual' }, options);
    const target = targetOf(response, current.url);
    if (target === undefined) return { ...response, url: current.url, redirected: count > 0 };
    current = nextOf(request, target);
  }
  throw new Error('Too many redirects');
};

export default defineClient({
  ...adapter,
  capabilities: [
    'stream-body',
    'auth',
    'query',
    'form',
    'max-bytes',
    'max-request-bytes',
    'unix-socket',
    'client-certificate',
    'abort',
    'callers-objects',
  ],
  send: followByHand,
});

import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import fetch, { type RequestInit } from 'node-fetch';
import { defineClient, fromFetch, type FetchLike } from '../client.ts';
import { versionOf } from './version.ts';

/** node-fetch takes streams of Node.js, and its limit as `follow`. */
const fetchWith =
  (follow: number | undefined): FetchLike =>
  (url, { body, ...init }) => {
    const stream = body instanceof ReadableStream ? Readable.fromWeb(body as NodeStream) : body;
    return fetch(url, {
      ...init,
      ...(stream && { body: stream }),
      ...(follow !== undefined && { follow }),
    } as RequestInit);
  };

const version = versionOf('node-fetch');

export default defineClient({
  ...fromFetch('node-fetch', version, fetchWith(undefined)),
  capabilities: ['manual', 'error-mode', 'max-redirects', 'stream-body'],
  send: (request, options) => fromFetch('node-fetch', version, fetchWith(request.maxRedirects)).send(request, options),
});

import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import fetch, { type RequestInit } from 'node-fetch';
import { defineClient, fromFetch, type ClientSession, type FetchLike } from '../client.ts';
import { oneConnection } from './one-connection.ts';
import { versionOf } from './version.ts';

type Options = Pick<RequestInit, 'agent' | 'follow' | 'size'>;

const version = versionOf('node-fetch');

/** node-fetch takes streams of Node.js, its limits as `follow` and `size`, and an agent for each URL. */
const fetchWith =
  (options: Options): FetchLike =>
  (url, { body, ...init }) => {
    const stream = body instanceof ReadableStream ? Readable.fromWeb(body as NodeStream) : body;
    return fetch(url, { ...init, ...options, ...(stream && { body: stream }) } as RequestInit);
  };

const sendingWith = (options: Options): ClientSession => ({
  send: ({ maxRedirects: follow, maxBytes: size, ...request }, context) =>
    fromFetch(
      'node-fetch',
      version,
      fetchWith({ ...options, ...(follow !== undefined && { follow }), ...(size !== undefined && { size }) }),
    ).send(request, context),
});

function withOneConnection(): ClientSession {
  const { http, https, close } = oneConnection();
  return { ...sendingWith({ agent: ({ protocol }) => (protocol === 'https:' ? https : http) }), close };
}

const adapter = sendingWith({});

export default defineClient({
  name: 'node-fetch',
  version,
  capabilities: ['manual', 'error-mode', 'max-redirects', 'stream-body', 'form', 'max-bytes', 'agent'],
  ...adapter,
  open: ({ needs }) => (needs.includes('agent') ? withOneConnection() : adapter),
});

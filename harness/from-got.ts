import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import type { Client, Identity } from './client.ts';
import { fieldsOf, toHeadersObject } from './fields.ts';

/** As much of a got instance as the adapter uses. */
type GotLike = (url: string, options: object) => PromiseLike<unknown>;

interface GotResponse {
  statusCode: number;
  headers: object;
  rawBody: Uint8Array;
  url: string;
  redirectUrls: readonly unknown[];
}

/** An adapter for an instance of got. Every status is handed over as a response: how got reports it is not about redirects. */
export function fromGot(instance: GotLike, { name = 'got', version = 'unknown' }: Identity = {}): Client {
  return {
    name,
    version,
    capabilities: ['manual', 'max-redirects', 'stream-body', 'auth', 'http2'],
    async send({ url, method, headers, body, auth, redirect, maxRedirects, http2 }, { signal }) {
      const response = (await instance(url, {
        method,
        headers: toHeadersObject(headers),
        ...(body && { body: body instanceof Uint8Array ? body : Readable.fromWeb(body as NodeStream) }),
        ...auth,
        ...(redirect === 'manual' && { followRedirect: false }),
        ...(maxRedirects !== undefined && { maxRedirects }),
        ...(http2 && { http2 }),
        responseType: 'buffer',
        throwHttpErrors: false,
        signal,
      })) as GotResponse;
      return {
        status: response.statusCode,
        headers: fieldsOf(response.headers),
        body: new Uint8Array(response.rawBody),
        url: response.url,
        redirected: response.redirectUrls.length > 0,
      };
    },
  };
}

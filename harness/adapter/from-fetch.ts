import type { Client } from './client.ts';
import { inShape, unwatched } from './fields.ts';

/** A function with the interface of the Fetch Standard, as far as the suite uses it. */
export type FetchLike = (url: string, init: RequestInit & { duplex?: 'half' }) => Promise<FetchResponse>;

type FetchResponse = Pick<Response, 'status' | 'arrayBuffer' | 'url' | 'redirected'> & { headers: Iterable<[string, string]> };

/** Fields as a caller writes them: an object. Only pairs can repeat a name. */
function asUsersWrite(fields: [name: string, value: string][]): HeadersInit {
  const names = new Set(fields.map(([name]) => name.toLowerCase()));
  return names.size < fields.length ? fields : Object.fromEntries(fields);
}

/** An adapter for anything with the interface of the Fetch Standard. */
export function fromFetch(name: string, version: string, fetchLike: FetchLike): Client {
  return {
    name,
    version,
    capabilities: [
      'manual',
      'error-mode',
      'stream-body',
      'form',
      'header-shape',
      'header-pairs',
      'fetch-response',
      'abort',
      'callers-objects',
    ],
    async send({ url, method, headers, body, form = body, redirect, headerShape }, { signal, given = unwatched }) {
      const response = await fetchLike(
        url,
        given({
          method,
          // A Map is a sequence of pairs, which Fetch accepts; its type does not say so.
          headers: headerShape ? (inShape(headers, headerShape) as HeadersInit) : asUsersWrite(headers),
          signal,
          ...(form && { body: form as BodyInit, duplex: 'half' as const }),
          ...(redirect && { redirect }),
        }),
      );
      return {
        status: response.status,
        headers: [...response.headers],
        body: new Uint8Array(await response.arrayBuffer()),
        url: response.url,
        redirected: response.redirected,
      };
    },
  };
}

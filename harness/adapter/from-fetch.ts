import type { Client } from './client.ts';
import { inShape } from './fields.ts';

/** A function with the interface of the Fetch Standard, as far as the suite uses it. */
export type FetchLike = (url: string, init: RequestInit & { duplex?: 'half' }) => Promise<FetchResponse>;

type FetchResponse = Pick<Response, 'status' | 'arrayBuffer' | 'url' | 'redirected'> & { headers: Iterable<[string, string]> };

/** An adapter for anything with the interface of the Fetch Standard. */
export function fromFetch(name: string, version: string, fetchLike: FetchLike): Client {
  return {
    name,
    version,
    capabilities: ['manual', 'error-mode', 'stream-body', 'form', 'header-shape', 'header-pairs'],
    async send({ url, method, headers, body, form = body, redirect, headerShape }, { signal }) {
      const response = await fetchLike(url, {
        method,
        // A Map is a sequence of pairs, which Fetch accepts; its type does not say so.
        headers: headerShape ? (inShape(headers, headerShape) as HeadersInit) : headers,
        signal,
        ...(form && { body: form as BodyInit, duplex: 'half' as const }),
        ...(redirect && { redirect }),
      });
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

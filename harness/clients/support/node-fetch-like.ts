import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import { type ClientRequest, type FetchLike, fieldsOf } from '../../adapter/index.ts';

/** As much of node-fetch 2, and of packages with its interface, as the adapters use. */
export type NodeFetchLike = (url: string, init: object) => Promise<NodeFetchResponse>;

interface NodeFetchResponse extends Pick<Response, 'status' | 'url' | 'redirected' | 'arrayBuffer'> {
  readonly headers: { raw(): object };
}

/** The limits under the names of node-fetch. */
export const limitsOf = ({ maxRedirects, maxBytes }: ClientRequest): object => ({
  ...(maxRedirects !== undefined && { follow: maxRedirects }),
  ...(maxBytes !== undefined && { size: maxBytes }),
});

/** It takes buffers and streams of Node.js, and only the method `raw` of its fields shows each Set-Cookie apart. */
export const overNodeFetch =
  (fetch: NodeFetchLike, options: object): FetchLike =>
  async (url, { body, ...init }) => {
    const bytes = body instanceof Uint8Array ? Buffer.from(body) : body;
    const sent = body instanceof ReadableStream ? Readable.fromWeb(body as NodeStream) : bytes;
    const response = await fetch(url, { ...init, ...options, ...(sent && { body: sent }) });
    const { status, redirected } = response;
    return {
      status,
      redirected,
      url: response.url,
      headers: fieldsOf(response.headers.raw()),
      arrayBuffer: () => response.arrayBuffer(),
    };
  };

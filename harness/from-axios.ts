import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import type { Client, Identity } from './client.ts';
import { fieldsOf, toHeadersObject } from './fields.ts';

/** As much of an axios instance as the adapter uses, so that any version of axios fits. */
interface AxiosLike {
  request(config: object): Promise<{ status: number; headers: object; data: unknown; request?: unknown }>;
}

/** An adapter for an instance of axios. Every status is handed over as a response: how axios reports it is not about redirects. */
export function fromAxios(instance: AxiosLike, { name = 'axios', version = 'unknown' }: Identity = {}): Client {
  return {
    name,
    version,
    capabilities: ['manual', 'max-redirects', 'stream-body', 'auth'],
    async send({ url, method, headers, body, auth, redirect, ...request }, { signal }) {
      const maxRedirects = redirect === 'manual' ? 0 : request.maxRedirects;
      const response = await instance.request({
        url,
        method,
        headers: toHeadersObject(headers),
        data: body instanceof Uint8Array ? Buffer.from(body) : body && Readable.fromWeb(body as NodeStream),
        ...(auth && { auth }),
        responseType: 'arraybuffer',
        validateStatus: () => true,
        signal,
        ...(maxRedirects !== undefined && { maxRedirects }),
      });
      const { res } = (response.request ?? {}) as { res?: { responseUrl?: string } };
      return {
        status: response.status,
        headers: fieldsOf(response.headers),
        body: new Uint8Array(response.data as ArrayBuffer),
        ...(res?.responseUrl !== undefined && { url: res.responseUrl }),
      };
    },
  };
}

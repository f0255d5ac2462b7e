import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import type { Client, ClientRequest, InstanceName } from './client.ts';
import { fieldsOf, toHeadersObject } from './fields.ts';

/** As much of an axios instance as the adapter uses, so that any version of axios fits. */
interface AxiosLike {
  request(config: object): Promise<{ status: number; headers: object; data: unknown; request?: unknown }>;
}

const toData = ({ body, form }: Pick<ClientRequest, 'body' | 'form'>): unknown =>
  form ?? (body instanceof Uint8Array ? Buffer.from(body) : body && Readable.fromWeb(body as NodeStream));

const toBeforeRedirect =
  (onRedirect: NonNullable<ClientRequest['onRedirect']>) =>
  (options: { headers: object }, { statusCode }: { statusCode: number }, { url }: { url: string }): void => {
    Object.assign(options.headers, toHeadersObject(onRedirect({ status: statusCode, url })));
  };

/** An adapter for an instance of axios. Every status is returned as a response: how axios reports it is not about redirects. */
export function fromAxios(instance: AxiosLike, { name = 'axios', version = 'unknown' }: InstanceName = {}): Client {
  return {
    name,
    version,
    capabilities: [
      'manual',
      'max-redirects',
      'stream-body',
      'auth',
      'query',
      'form',
      'sensitive-headers',
      'on-redirect',
      'max-bytes',
    ],
    async send({ url, method, headers, auth, query, redirect, sensitiveHeaders, maxBytes, ...request }, { signal }) {
      const maxRedirects = redirect === 'manual' ? 0 : request.maxRedirects;
      const response = await instance.request({
        url,
        method,
        headers: toHeadersObject(headers),
        data: toData(request),
        ...(auth && { auth }),
        ...(query && { params: Object.fromEntries(query) }),
        responseType: 'arraybuffer',
        validateStatus: () => true,
        signal,
        ...(maxRedirects !== undefined && { maxRedirects }),
        ...(sensitiveHeaders && { sensitiveHeaders }),
        ...(request.onRedirect && { beforeRedirect: toBeforeRedirect(request.onRedirect) }),
        ...(maxBytes !== undefined && { maxContentLength: maxBytes }),
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

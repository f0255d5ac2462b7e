import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import { type ClientRequest, defineClient, fieldsOf, toHeadersObject, unwatched } from '../adapter/index.ts';
import { foreignPackage } from './support/foreign-package.ts';
import { versionOf } from './support/version.ts';

interface UrllibResponse {
  readonly status: number;
  readonly headers: object;
  readonly data: Uint8Array;
  readonly res: { readonly requestUrls: readonly string[] };
}

const urllib = await foreignPackage<{ request(url: string, options: object): Promise<UrllibResponse> }>('urllib');

const bodyOf = (body: ClientRequest['body']): object =>
  body instanceof ReadableStream ? { stream: Readable.fromWeb(body as NodeStream) } : body ? { content: Buffer.from(body) } : {};

/** Before version 3 it followed redirects only where it was asked to. */
export default defineClient({
  name: 'urllib',
  version: versionOf('urllib'),
  capabilities: ['manual', 'max-redirects', 'stream-body', 'auth', 'callers-objects'],
  async send({ url, method, headers, body, auth, redirect, maxRedirects }, { given = unwatched }) {
    const { status, data, res, ...response } = await urllib.request(
      url,
      given({
        method,
        headers: toHeadersObject(headers),
        ...bodyOf(body),
        ...(auth && { auth: `${auth.username}:${auth.password}` }),
        followRedirect: redirect !== 'manual',
        ...(maxRedirects !== undefined && { maxRedirects }),
      }),
    );
    const [first, ...others] = res.requestUrls;
    const final = others.at(-1) ?? first;
    return {
      status,
      headers: fieldsOf(response.headers),
      body: new Uint8Array(data),
      ...(final !== undefined && { url: final }),
      redirected: others.length > 0,
    };
  },
});

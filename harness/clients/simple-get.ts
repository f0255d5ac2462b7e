import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import { type ClientRequest, defineClient, fieldsOf, toHeadersObject, unwatched } from '../adapter/index.ts';
import { foreignPackage } from './support/foreign-package.ts';
import { versionOf } from './support/version.ts';

type Callback = (error: Error | null, response: IncomingMessage) => void;

const get = await foreignPackage<(options: object, callback: Callback) => void>('simple-get');

const bodyOf = (body: ClientRequest['body']): object =>
  body ? { body: body instanceof ReadableStream ? Readable.fromWeb(body as NodeStream) : Buffer.from(body) } : {};

/** `followRedirects` came with version 3. */
export default defineClient({
  name: 'simple-get',
  version: versionOf('simple-get'),
  capabilities: ['manual', 'max-redirects', 'stream-body', 'callers-objects'],
  async send({ url, method, headers, body, redirect, maxRedirects }, { given = unwatched }) {
    const options = given({
      url,
      method,
      headers: toHeadersObject(headers),
      ...bodyOf(body),
      ...(redirect === 'manual' && { followRedirects: false }),
      ...(maxRedirects !== undefined && { maxRedirects }),
    });
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      get(options, (error, received) => (error ? reject(error) : resolve(received)));
    });
    const whole = new Uint8Array(await buffer(response));
    return { status: response.statusCode ?? 0, headers: fieldsOf(response.headers), body: whole };
  },
});

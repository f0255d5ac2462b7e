import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import { type ClientRequest, defineClient, fieldsOf, toHeadersObject } from '../adapter/index.ts';
import { foreignPackage } from './support/foreign-package.ts';
import { versionOf } from './support/version.ts';

interface HttpClient {
  request(method: string, url: string, data: unknown, headers: object): Promise<{ readonly message: IncomingMessage }>;
}

type Construct = new (userAgent: string, handlers: readonly object[], options: object) => HttpClient;

const { HttpClient: Client } = await foreignPackage<{ readonly HttpClient: Construct }>('@actions/http-client');

/** It takes text and streams. */
function dataOf(body: ClientRequest['body']): unknown {
  if (body instanceof ReadableStream) return Readable.fromWeb(body as NodeStream);
  if (!body) return null;
  return isUtf8(body) ? Buffer.from(body).toString() : Readable.from([Buffer.from(body)]);
}

/** It follows no redirect from https to http unless it is allowed to. */
export default defineClient({
  name: 'actions-http-client',
  version: versionOf('@actions/http-client'),
  capabilities: ['manual', 'max-redirects', 'stream-body'],
  async send({ url, method, headers, body, redirect, maxRedirects }) {
    const client = new Client('redirect-conformance', [], {
      ...(redirect === 'manual' && { allowRedirects: false }),
      ...(maxRedirects !== undefined && { maxRedirects }),
    });
    const { message } = await client.request(method, url, dataOf(body), toHeadersObject(headers));
    const whole = new Uint8Array(await buffer(message));
    return { status: message.statusCode ?? 0, headers: fieldsOf(message.headers), body: whole };
  },
});

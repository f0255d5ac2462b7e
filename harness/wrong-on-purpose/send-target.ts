import http from 'node:http';
import https from 'node:https';
import { buffer } from 'node:stream/consumers';
import { toHeadersObject } from '../client.ts';
import type { Exchange } from '../reference/exchange.ts';
import type { Send } from '../reference/follow.ts';

/** Sends a request with a text of its own in place of path and query. */
export async function sendTarget({ method, url, headers, body }: Exchange, path: string): ReturnType<Send> {
  const { promise, resolve, reject } = Promise.withResolvers<http.IncomingMessage>();
  const { request } = url.protocol === 'https:' ? https : http;
  const length = body && { 'Content-Length': String(body.length) };
  request(url, { method, path, headers: { ...toHeadersObject(headers), ...length } })
    .once('response', resolve)
    .once('error', reject)
    .end(body);
  const response = await promise;
  return {
    status: response.statusCode ?? 0,
    headers: Object.entries(response.headersDistinct).flatMap(([name, values = []]) =>
      values.map((value) => [name, value] as const),
    ),
    body: new Uint8Array(await buffer(response)),
  };
}

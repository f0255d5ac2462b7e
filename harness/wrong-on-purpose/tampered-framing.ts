import net from 'node:net';
import type { Answer, Exchange } from '../reference/exchange.ts';
import type { Send } from '../reference/follow.ts';

/** Writes a request as the bytes say and ends the connection; no answer to it can be read. */
export async function writeRaw({ method, url, headers, body = new Uint8Array() }: Exchange, framing: string): Promise<never> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const fields = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  const head = `${method} ${url.pathname} HTTP/1.1\r\nHost: ${url.host}\r\n${fields}${framing}\r\n`;
  const socket = net
    .connect({ host: url.hostname, port: Number(url.port || 80) })
    .once('close', resolve)
    // An address that is refused closes the connection too.
    .on('error', () => {})
    .resume();
  socket.end(Buffer.concat([Buffer.from(head), body]));
  await promise;
  throw new Error('the connection ended before the answer');
}

const isFirst = ({ url }: Exchange): boolean => url.pathname !== '/target';

/** Announces a body, and sends none. */
export const cutShort =
  (send: Send): Send =>
  (request): Promise<Answer> =>
    isFirst(request) || request.url.protocol === 'https:' || request.body
      ? send(request)
      : writeRaw(request, 'Content-Length: 42\r\n');

/** Tells the end of a body in two ways. */
export const framedTwice =
  (send: Send): Send =>
  (request): Promise<Answer> =>
    isFirst(request) || request.url.protocol === 'https:' || !request.body
      ? send(request)
      : writeRaw(
          {
            ...request,
            body: Buffer.from(
              `${request.body.length.toString(16)}\r\n${Buffer.from(request.body).toString('latin1')}\r\n0\r\n\r\n`,
              'latin1',
            ),
          },
          `Content-Length: ${request.body.length}\r\nTransfer-Encoding: chunked\r\n`,
        );

import net from 'node:net';
import type { OutgoingRequest, SendOne } from '../../reference/messages.ts';

/** Writes a request with the given framing fields and closes the connection. Reads no answer. */
export async function writeRaw(
  { method, url, headers, body = new Uint8Array() }: OutgoingRequest,
  framing: string,
): Promise<never> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const fields = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  const head = `${method} ${url.pathname} HTTP/1.1\r\nHost: ${url.host}\r\n${fields}${framing}\r\n`;
  const socket = net
    .connect({ host: url.hostname, port: Number(url.port || 80) })
    .once('close', resolve)
    // A refused address closes the connection too.
    .on('error', () => {})
    .resume();
  socket.end(Buffer.concat([Buffer.from(head), body]));
  await promise;
  throw new Error('the connection ended before the answer');
}

const isPlainTarget = ({ url }: OutgoingRequest): boolean => url.pathname === '/target' && url.protocol === 'http:';

/** Announces a body, and sends none. */
export const announcingNoBody =
  (send: SendOne): SendOne =>
  (request) =>
    isPlainTarget(request) && !request.body ? writeRaw(request, 'Content-Length: 42\r\n') : send(request);

function inOneChunk(body: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from(`${body.length.toString(16)}\r\n`), body, Buffer.from('\r\n0\r\n\r\n')]);
}

/** Frames a body both by its length and by chunks. */
export const framedTwice =
  (send: SendOne): SendOne =>
  (request) =>
    isPlainTarget(request) && request.body
      ? writeRaw(
          { ...request, body: inOneChunk(request.body) },
          `Content-Length: ${request.body.length}\r\nTransfer-Encoding: chunked\r\n`,
        )
      : send(request);

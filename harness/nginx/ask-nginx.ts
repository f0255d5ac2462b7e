import { on } from 'node:events';
import net from 'node:net';
import tls from 'node:tls';
import { HarnessFault } from '../fault.ts';
import type { NginxServer, RelayedRequest } from '../network/elsewhere.ts';
import { hasNoContent } from '../network/render.ts';
import type { NginxAddress } from './address.ts';
import { NGINX_HOST } from './running-nginx.ts';

const END_OF_HEAD = '\r\n\r\n';

/** How long nginx may take for an answer, in milliseconds. */
const LIMIT = 5_000;

/** How many bytes an answer has, once its header section has arrived; undefined before, and where the end of the connection ends it. */
function lengthOf(bytes: string, method: string): number | undefined {
  const end = bytes.indexOf(END_OF_HEAD);
  if (end < 0) return undefined;
  const head = bytes.slice(0, end);
  const status = Number(head.split(' ', 2)[1]);
  const start = end + END_OF_HEAD.length;
  if (method === 'HEAD' || hasNoContent(status)) return start;
  const length = /^content-length: (\d+)$/im.exec(head)?.[1];
  return length === undefined ? undefined : start + Number(length);
}

/** The same without a 100, which our server has already sent. */
const withoutContinue = (bytes: string): string =>
  bytes.startsWith('HTTP/1.1 100 ') && bytes.includes(END_OF_HEAD)
    ? bytes.slice(bytes.indexOf(END_OF_HEAD) + END_OF_HEAD.length)
    : bytes;

function connectTo(scheme: 'http' | 'https', { ports, ca }: NginxAddress): net.Socket {
  const address = { host: '127.0.0.1', port: ports[scheme] };
  return scheme === 'http' ? net.connect(address) : tls.connect({ ...address, ca, servername: NGINX_HOST });
}

/** Sends one request to nginx, byte for byte, on a connection of its own, and returns the bytes of its answer. */
async function ask({ scheme, method, bytes }: RelayedRequest, address: NginxAddress): Promise<Buffer> {
  const socket = connectTo(scheme, address);
  try {
    socket.setTimeout(LIMIT, () => socket.destroy(new Error(`no answer within ${LIMIT / 1000} s`)));
    socket.write(bytes);
    let read = '';
    for await (const [chunk] of on(socket, 'data', { close: ['end', 'close'] }) as AsyncIterable<[Buffer]>) {
      read = withoutContinue(read + chunk.toString('latin1'));
      const length = lengthOf(read, method);
      if (length !== undefined && read.length >= length) return Buffer.from(read.slice(0, length), 'latin1');
    }
    if (!read.includes(END_OF_HEAD)) throw new Error('it ended the connection without an answer');
    return Buffer.from(read, 'latin1');
  } catch (error) {
    throw new HarnessFault(`nginx cannot be asked: ${(error as Error).message}`, { cause: error });
  } finally {
    socket.destroy();
  }
}

/** The nginx at an address, which answers where a scenario says what makes it answer. */
export const nginxAt = (address: NginxAddress): NginxServer => ({
  version: address.version,
  ask: (request) => ask(request, address),
});

import { once } from 'node:events';
import http2 from 'node:http2';
import type net from 'node:net';
import type { Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import { hostOf } from '../concrete/names.ts';
import { authority } from '../fixtures/clients.ts';
import { connect, readUntil, sendBytes, serve, SERVED_ID, whenClosed } from '../fixtures/servers.ts';
import { MOST_BYTES, MOST_CONNECTIONS } from './bounds.ts';

const get = 'GET /here HTTP/1.1\r\n\r\n';
const answer = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi';
const here: Scenario['routes'] = { '{home}/here': { status: 200, body: 'hi' } };

const BLOCK = Buffer.alloc(2 ** 16, 'x');

/** Far more than is read, and than the buffers of the system hold. */
const MUCH = 6 * MOST_BYTES;

/** Writes until nobody reads any more; how many bytes that took, or `MUCH`. */
async function flood(stream: Writable): Promise<number> {
  const closed = new Promise((resolve) => stream.on('error', () => {}).once('close', resolve));
  let sent = 0;
  while (!stream.destroyed && sent < MUCH) {
    sent += BLOCK.length;
    if (!stream.write(BLOCK)) await Promise.race([new Promise((resolve) => stream.once('drain', resolve)), closed]);
  }
  return sent;
}

test.for([
  ['header section', 'GET /here HTTP/1.1\r\nX-Long: ', 0],
  ['body', `POST /here HTTP/1.1\r\nContent-Length: ${MUCH}\r\n\r\n`, 1],
  ['chunk', `POST /here HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n${MUCH.toString(16)}\r\n`, 1],
] as const)('a connection with an endless %s is ended, and the next one is served', async ([, start, recorded]) => {
  await using servers = await serve(here);
  const socket = connect(servers.port('home:80'));
  socket.write(start);
  expect(await flood(socket)).toBeLessThan(MUCH);
  expect(await sendBytes(servers.port('home:80'), get)).toBe(answer);
  expect(servers.requests.slice(0, -1).map(({ complete }) => complete)).toEqual(Array.from({ length: recorded }, () => false));
});

test('a stream of HTTP/2 with an endless body is ended, and the next one is served', async () => {
  await using servers = await serve({ '{h2}/here': { status: 200, body: 'hi' } });
  const host = hostOf('h2', SERVED_ID);
  const socket = connect(servers.port('h2:443'), { ca: authority.certificate, servername: host, ALPNProtocols: ['h2'] });
  const session = http2.connect(`https://${host}`, { createConnection: () => socket }).on('error', () => {});
  expect(await flood(session.request({ ':method': 'POST', ':path': '/here' }))).toBeLessThan(MUCH);
  const next = session.request({ ':path': '/here' });
  const [fields] = (await once(next, 'response')) as [object];
  expect(fields).toMatchObject({ ':status': 200 });
  expect(servers.requests.map(({ complete }) => complete)).toEqual([false, true]);
  await text(next);
  session.close();
});

test('connections that are too many are ended, also half-open ones, and as soon as others end, new ones are served', async () => {
  await using servers = await serve(here);
  const port = servers.port('home:80');
  const open: net.Socket[] = [];
  let ended = 0;
  // The system keeps no more than 511 that wait to be accepted.
  for (const count of [MOST_CONNECTIONS / 2, MOST_CONNECTIONS / 2 + 50]) {
    const more = Array.from({ length: count }, () => connect(port).once('close', () => (ended += 1)));
    await Promise.all(more.map((socket) => once(socket.resume(), 'connect')));
    open.push(...more);
  }
  await expect.poll(() => ended).toBe(50);
  for (const socket of open) socket.destroy();
  await expect.poll(() => sendBytes(port, get)).toBe(answer);
});

test('of requests that come at once, those after the last one that is answered are not read', async () => {
  await using servers = await serve(here);
  const socket = connect(servers.port('home:80'));
  socket.write(get.repeat(3_000));
  await whenClosed(socket);
  expect(servers.requests).toHaveLength(101);
});

test('a client that connects anew each time it is cut off is served no more after 300 requests', async () => {
  await using servers = await serve(here);
  let socket: net.Socket | undefined;
  for (let count = 0; count < 320; count += 1) {
    socket = connect(servers.port('home:80'));
    socket.write(get);
    await (count < 100 ? readUntil(socket, 'hi') : whenClosed(socket));
    socket.destroy();
  }
  expect(servers.requests).toHaveLength(301);
});

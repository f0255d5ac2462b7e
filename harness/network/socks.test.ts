import type { Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { hostOf } from '../concrete/names.ts';
import type { Routes } from '../../suites/vocabulary/answer.ts';
import { connect, readUntil, serve, SERVED_ID } from '../fixtures/servers.ts';
import { writeInPieces } from './pieces.ts';

const routes: Routes = { '{home}/here': { status: 200, body: 'hi' }, '{socks-proxy}/': { status: 200 } };

const host = hostOf('home', SERVED_ID);
const greeting = Buffer.from([5, 1, 0]);
const toName = (name: string, port: number): Buffer =>
  Buffer.concat([Buffer.from([5, 1, 0, 3, name.length]), Buffer.from(name), Buffer.from([port >> 8, port & 255])]);
const get = Buffer.from('GET /here HTTP/1.1\r\nConnection: close\r\n\r\n');

const accepted = '\u0005\u0000';
const succeeded = '\u0005\u0000\u0000\u0001\u0000\u0000\u0000\u0000\u0000\u0000';
const unreachable = '\u0005\u0004\u0000\u0001\u0000\u0000\u0000\u0000\u0000\u0000';

/** All bytes that come back until the connection ends. */
const answerTo = async (socket: Socket): Promise<string> => (await buffer(socket)).toString('latin1');

test.for<[how: string, pieces: readonly Buffer[]]>([
  ['one packet for each message', [greeting, toName(host, 80), get]],
  ['one packet for everything', [Buffer.concat([greeting, toName(host, 80), get])]],
  ['one packet for each byte', Array.from(Buffer.concat([greeting, toName(host, 80), get]), (byte) => Buffer.from([byte]))],
])('a SOCKS5 handshake leads to its origin: %s', async ([, pieces]) => {
  await using servers = await serve(routes);
  const socket = connect(servers.port('socks-proxy:1080'));
  await writeInPieces(socket, pieces);
  const answer = await readUntil(socket, 'hi');
  expect(answer.startsWith(accepted + succeeded)).toBe(true);
  expect(servers.requests).toMatchObject([{ origin: 'home', target: '/here', via: { proxy: 'socks-proxy', tunnel: true } }]);
});

test.for<[what: string, request: Buffer]>([
  ['a host outside the scenario', toName('elsewhere.test', 80)],
  ['a port outside the scenario', toName(host, 81)],
  ['an empty name', toName('', 80)],
  ['an IPv4 address', Buffer.from([5, 1, 0, 1, 127, 0, 0, 1, 0, 80])],
  ['bytes that are no request', Buffer.from('GET http://elsewhere.test/ HTTP/1.1\r\n\r\n')],
])('a request for %s is refused, and the connection ends', async ([, request]) => {
  await using servers = await serve(routes);
  const socket = connect(servers.port('socks-proxy:1080'));
  await writeInPieces(socket, [greeting, request]);
  expect(await answerTo(socket)).toBe(accepted + unreachable);
  expect(servers.requests).toEqual([]);
});

test('a handshake that breaks off leaves the other connections alone', async () => {
  await using servers = await serve(routes);
  const broken = connect(servers.port('socks-proxy:1080'));
  broken.end(Buffer.concat([greeting, Buffer.from([5, 1, 0, 3])]));
  expect(await answerTo(broken)).toBe(accepted);
  const socket = connect(servers.port('socks-proxy:1080'));
  socket.write(Buffer.concat([greeting, toName(host, 80), get]));
  expect(await readUntil(socket, 'hi')).toContain('HTTP/1.1 200 OK');
});

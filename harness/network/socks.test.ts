import type { Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { hostOf } from '../concrete/names.ts';
import type { Response, Routes } from '../../suites/vocabulary/answer.ts';
import type { Call } from '../../suites/vocabulary/call.ts';
import { connect, readUntil, serve, SERVED_ID } from '../fixtures/servers.ts';
import { writeInPieces } from './pieces.ts';

const here: Response = { status: 200, body: 'hi' };
const routes: Routes = { '{home}/here': here, '{ipv4}/here': here, '{ipv6}/here': here, '{socks-proxy}/': { status: 200 } };

const host = hostOf('home', SERVED_ID);
const octets = hostOf('ipv4', SERVED_ID).split('.').map(Number);
const [high = '', low = ''] = hostOf('ipv6', SERVED_ID).slice(1, -1).split('::')[1]?.split(':') ?? [];
const ipv6 = Buffer.from(`20010db8${'0'.repeat(16)}${high}${low}`, 'hex');

const greeting = Buffer.from([5, 1, 0]);
const request = (kind: number, address: Uint8Array, port = 80): Buffer =>
  Buffer.concat([Buffer.from([5, 1, 0, kind]), address, Buffer.from([port >> 8, port & 255])]);
const sized = (text: string): Buffer => Buffer.concat([Buffer.from([Buffer.byteLength(text)]), Buffer.from(text)]);
const toName = (name: string, port: number): Buffer => request(3, sized(name), port);
const get = Buffer.from('GET /here HTTP/1.1\r\nConnection: close\r\n\r\n');

const accepted = '\u0005\u0000';
const succeeded = '\u0005\u0000\u0000\u0001\u0000\u0000\u0000\u0000\u0000\u0000';
const unsupported = '\u0005\u0008\u0000\u0001\u0000\u0000\u0000\u0000\u0000\u0000';
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

test.for<[what: string, to: Buffer, origin: string]>([
  ['an IPv4 address', request(1, Buffer.from(octets)), 'ipv4'],
  ['an IPv6 address', request(4, ipv6), 'ipv6'],
  ['an IPv4 address in place of a name', toName(octets.join('.'), 80), 'ipv4'],
])('%s leads to its origin', async ([, to, origin]) => {
  await using servers = await serve(routes);
  const socket = connect(servers.port('socks-proxy:1080'));
  await writeInPieces(
    socket,
    Array.from(Buffer.concat([greeting, to, get]), (byte) => Buffer.from([byte])),
  );
  expect((await readUntil(socket, 'hi')).startsWith(accepted + succeeded)).toBe(true);
  expect(servers.requests).toMatchObject([{ origin, via: { proxy: 'socks-proxy', tunnel: true } }]);
});

test.for<[what: string, to: Buffer, answer: string]>([
  ['a host outside the scenario', toName('elsewhere.test', 80), unreachable],
  ['a port outside the scenario', toName(host, 81), unreachable],
  ['an empty name', toName('', 80), unreachable],
  ['an IPv4 address outside the scenario', request(1, Buffer.from([127, 0, 0, 1])), unreachable],
  ['an IPv6 address outside the scenario', request(4, Buffer.alloc(16)), unreachable],
  // A resolver knows no brackets.
  ['an IPv6 address in brackets in place of a name', toName(hostOf('ipv6', SERVED_ID), 80), unreachable],
  ['a kind of address that does not exist', request(2, Buffer.alloc(4)), unsupported],
  ['bytes that are no request', Buffer.from('GET http://elsewhere.test/ HTTP/1.1\r\n\r\n'), unsupported],
])('a request for %s is refused, and the connection ends', async ([, to, answer]) => {
  await using servers = await serve(routes);
  const socket = connect(servers.port('socks-proxy:1080'));
  await writeInPieces(socket, [greeting, to]);
  expect(await answerTo(socket)).toBe(accepted + answer);
  expect(servers.requests).toEqual([]);
});

describe('a proxy that accepts user name and password', () => {
  const call: Call = { method: 'GET', url: '{home}/here', socksProxy: { at: 'socks-proxy', userinfo: 'ada:l%C3%B6ve' } };
  const offer = Buffer.from([5, 2, 0, 2]);
  const credentials = (username: string, password: string): Buffer =>
    Buffer.concat([Buffer.from([1]), sized(username), sized(password)]);

  test.for<[how: string, cut: (bytes: Buffer) => readonly Buffer[]]>([
    ['in one packet', (bytes) => [bytes]],
    ['in a packet for each byte', (bytes) => Array.from(bytes, (byte) => Buffer.from([byte]))],
  ])('serves who has them, %s', async ([, cut]) => {
    await using servers = await serve(routes, [call]);
    const socket = connect(servers.port('socks-proxy:1080'));
    await writeInPieces(socket, cut(Buffer.concat([offer, credentials('ada', 'löve'), toName(host, 80), get])));
    const answer = await readUntil(socket, 'hi');
    expect(answer.startsWith(`\u0005\u0002\u0001\u0000${succeeded}`)).toBe(true);
    expect(servers.requests).toMatchObject([{ origin: 'home', target: '/here' }]);
  });

  test.for<[who: string, sent: readonly Buffer[], answer: string]>([
    ['a client that offers no authentication', [greeting], '\u0005\u00ff'],
    ['a wrong password', [offer, credentials('ada', 'wrong')], '\u0005\u0002\u0001\u0001'],
    ['a wrong user name', [offer, credentials('bob', 'love')], '\u0005\u0002\u0001\u0001'],
    ['empty credentials', [offer, credentials('', '')], '\u0005\u0002\u0001\u0001'],
  ])('refuses %s, and the connection ends', async ([, sent, answer]) => {
    await using servers = await serve(routes, [call]);
    const socket = connect(servers.port('socks-proxy:1080'));
    await writeInPieces(socket, sent);
    expect(await answerTo(socket)).toBe(answer);
    expect(servers.requests).toEqual([]);
  });
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

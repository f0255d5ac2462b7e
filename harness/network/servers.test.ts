import { on, once } from 'node:events';
import http from 'node:http';
import { networkInterfaces } from 'node:os';
import { text } from 'node:stream/consumers';
import net from 'node:net';
import { expect, test } from 'vitest';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import { connect, readUntil, sendBytes, serve, whenClosed } from '../fixtures/servers.ts';

const here: Scenario['routes'] = { '{home}/here': { status: 200, body: 'hi' } };
const answer = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi';

const post = (...fields: readonly string[]): string => ['POST /here HTTP/1.1', 'Host: any', ...fields, '', ''].join('\r\n');

test('a request is recorded byte by byte', async () => {
  await using servers = await serve(here);
  const head = 'get /here?a=%20b HTTP/1.1\r\nhOsT: any\r\nX-Twice: 1\r\nx-twice:\t2 \r\nX-Latin: caf\u00e9\r\nX-Empty:\r\n\r\n';
  expect(await sendBytes(servers.port('home:80'), head)).toBe(answer);
  expect(servers.requests).toEqual([
    {
      origin: 'home',
      connection: 1,
      httpVersion: '1.1',
      head,
      method: 'get',
      target: '/here?a=%20b',
      headers: [
        ['hOsT', 'any'],
        ['X-Twice', '1'],
        ['x-twice', '2'],
        ['X-Latin', 'caf\u00e9'],
        ['X-Empty', ''],
      ],
      body: { length: 0, text: '' },
      complete: true,
      answeredBy: { place: '{home}/here', case: 0 },
    },
  ]);
});

test.for([
  ['a length', post('Content-Length: 5') + 'hello', { length: 5, text: 'hello' }],
  ['chunks', post('Transfer-Encoding: chunked') + '2\r\nhe\r\n3;ext=1\r\nllo\r\n0\r\n\r\n', { length: 5, text: 'hello' }],
  [
    'chunks and trailers',
    post('Transfer-Encoding: chunked') + '5\r\nhello\r\n0\r\nX-Sum: 1\r\nX-More: 2\r\n\r\n',
    { length: 5, text: 'hello' },
  ],
  [
    'chunks and a length',
    post('Content-Length: 3', 'Transfer-Encoding: chunked') + '1\r\nx\r\n0\r\n\r\n',
    { length: 1, text: 'x' },
  ],
  ['a length, with bytes that are not text', post('Content-Length: 2') + '\xff\x00', { length: 2, base64: '/wA=' }],
] as const)('a body framed by %s is recorded, and so is the next request on the connection', async ([, bytes, body]) => {
  await using servers = await serve(here);
  expect(await sendBytes(servers.port('home:80'), `${bytes}GET /here HTTP/1.1\r\n\r\n`)).toBe(answer + answer);
  expect(servers.requests.map((each) => [each.method, each.body, each.complete])).toEqual([
    ['POST', body, true],
    ['GET', { length: 0, text: '' }, true],
  ]);
});

test('only length and digest of a long body are kept', async () => {
  await using servers = await serve(here);
  await sendBytes(servers.port('home:80'), `${post('Content-Length: 5000')}${'x'.repeat(5000)}`);
  expect(servers.requests[0]?.body).toEqual({ length: 5000, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string });
});

test('the connection of each request is recorded', async () => {
  await using servers = await serve(here);
  const first = connect(servers.port('home:80'));
  const second = connect(servers.port('home:80'));
  for (const socket of [first, second, first]) {
    socket.write('GET /here HTTP/1.1\r\n\r\n');
    expect(await readUntil(socket, 'hi')).toBe(answer);
  }
  expect(servers.requests.map(({ connection }) => connection)).toEqual([1, 2, 1]);
});

test('requests of several origins are recorded in the order of their arrival', async () => {
  await using servers = await serve({ ...here, '{other}/there': { status: 204 } });
  await sendBytes(servers.port('other:80'), 'GET /there HTTP/1.1\r\n\r\n');
  await sendBytes(servers.port('home:80'), 'GET /here HTTP/1.1\r\n\r\n');
  await sendBytes(servers.port('other:80'), 'GET /again HTTP/1.1\r\n\r\n');
  expect(servers.requests.map(({ origin, target }) => origin + target)).toEqual(['other/there', 'home/here', 'other/again']);
});

test('a client that expects a 100 gets it, and then the answer', async () => {
  await using servers = await serve(here);
  const socket = connect(servers.port('home:80'));
  socket.write(post('Content-Length: 5', 'Expect: 100-Continue'));
  expect(await readUntil(socket, '\r\n\r\n')).toBe('HTTP/1.1 100 Continue\r\n\r\n');
  socket.write('hello');
  expect(await readUntil(socket, 'hi')).toBe(answer);
  expect(servers.requests).toMatchObject([{ body: { text: 'hello' }, complete: true }]);
});

test.for([
  ['before its body is complete', post('Content-Length: 42') + 'only this', 'only this'],
  ['before the last chunk', post('Transfer-Encoding: chunked') + '4\r\nonly\r\n', '4\r\nonly\r\n'],
] as const)('a request cut short %s is recorded as incomplete, and not answered', async ([, bytes, kept]) => {
  await using servers = await serve(here);
  expect(await sendBytes(servers.port('home:80'), bytes)).toBe('');
  // The two sides do not see the end of a connection at the same time.
  await expect.poll(() => servers.requests).toMatchObject([{ method: 'POST', complete: false, body: { text: kept } }]);
  expect(servers.requests[0]).not.toHaveProperty('answeredBy');
});

test('a client that sends too many requests is cut off: 100 are answered, the next is recorded and ends the connection', async () => {
  await using servers = await serve(here);
  const socket = connect(servers.port('home:80'));
  for (let n = 1; n <= 100; n += 1) {
    socket.write('GET /here HTTP/1.1\r\n\r\n');
    await readUntil(socket, 'hi');
  }
  socket.write('GET /here HTTP/1.1\r\n\r\n');
  await whenClosed(socket);
  expect(servers.requests).toHaveLength(101);
  expect(servers.requests.at(-1)).toMatchObject({ complete: false });
});

test('a request of Node.js is answered and recorded unchanged', async () => {
  await using servers = await serve(here);
  const [response] = (await once(
    http.request({ port: servers.port('home:80'), path: '/here', method: 'PUT', headers: { 'X-Case': 'Kept' } }).end('body'),
    'response',
  )) as [http.IncomingMessage];
  expect([response.statusCode, response.rawHeaders, await text(response)]).toEqual([200, ['Content-Length', '2'], 'hi']);
  expect(servers.requests[0]?.head).toMatch(/^PUT \/here HTTP\/1\.1\r\nX-Case: Kept\r\nHost: /);
});

test('no other machine can reach a server', async () => {
  await using servers = await serve(here);
  const port = servers.port('home:80');
  const others = Object.values(networkInterfaces()).flatMap((each) => each?.map(({ address }) => address) ?? []);
  const linux = process.platform === 'linux' ? ['127.0.0.2'] : [];
  for (const host of [...others, ...linux].filter((each) => each !== '127.0.0.1'))
    await expect(once(net.connect({ host, port }), 'connect')).rejects.toMatchObject({ syscall: 'connect' });
  expect(await sendBytes(port, 'GET /here HTTP/1.1\r\n\r\n')).toBe(answer);
});

test('closing the servers ends every connection and listener', async () => {
  const servers = await serve({ ...here, '{dual-tls}/here': { status: 200 } });
  const ports = Object.values(servers.ports);
  const sockets = ports.map((port) => connect(port));
  await Promise.all(sockets.map((socket) => once(socket, 'connect')));
  const allEnded = Promise.all(sockets.map(whenClosed));
  await servers[Symbol.asyncDispose]();
  await allEnded;
  for (const port of ports) await expect(once(connect(port), 'connect')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

test.for([
  ['plain http', 'home:80', undefined],
  ['TLS', 'home:443', { rejectUnauthorized: false }],
] as const)('servers are not at rest while a client does not read what they send, by %s', async ([, address, secure]) => {
  const length = 2 ** 25;
  const body = { repeat: 'body', times: length / 4 };
  await using servers = await serve({ '{home}/here': { status: 200, body }, '{home-tls}/here': { status: 200, body } });
  expect(servers.isAtRest).toBe(true);
  const socket = connect(servers.port(address), secure);
  socket.write('GET /here HTTP/1.1\r\n\r\n');
  await once(socket, 'readable');
  expect(servers.isAtRest).toBe(false);
  let left = length;
  for await (const [chunk] of on(socket, 'data') as AsyncIterable<[Buffer]>) {
    left -= chunk.length;
    if (left <= 0) break;
  }
  await expect.poll(() => servers.isAtRest).toBe(true);
});

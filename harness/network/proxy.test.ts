import { once } from 'node:events';
import tls from 'node:tls';
import { expect, test } from 'vitest';
import { hostOf } from '../concrete/names.ts';
import type { Routes } from '../../suites/vocabulary/answer.ts';
import { authority } from '../fixtures/clients.ts';
import { connect, readUntil, sendBytes, serve, SERVED_ID } from '../fixtures/servers.ts';

const routes: Routes = {
  '{home}/here': { status: 200, body: 'hi' },
  '{dual}/here': { status: 200, body: 'plain' },
  '{dual-tls}/here': { status: 200, body: 'secured' },
  '{proxy}/itself': { status: 200, body: 'proxy' },
};

const host = hostOf('home', SERVED_ID);
const answer = (body: string): string => `HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
const opened = 'HTTP/1.1 200 Connection established\r\n\r\n';
const refused = 'HTTP/1.1 502 Bad Gateway\r\nConnection: close\r\nContent-Length: 0\r\n\r\n';

test('a request with an absolute URL is answered by its origin, and recorded there with its route', async () => {
  await using servers = await serve(routes);
  const proxy = servers.port('proxy:3128');
  expect(await sendBytes(proxy, `GET http://${host}/here?a HTTP/1.1\r\n\r\n`)).toBe(answer('hi'));
  expect(await sendBytes(proxy, `GET https://${host.toUpperCase()}:8443/here HTTP/1.1\r\n\r\n`)).toBe(answer('secured'));
  expect(servers.requests).toMatchObject([
    {
      origin: 'home',
      target: '/here?a',
      via: { proxy: 'proxy', tunnel: false },
      head: `GET http://${host}/here?a HTTP/1.1\r\n\r\n`,
    },
    { origin: 'dual-tls', target: '/here', via: { proxy: 'proxy', tunnel: false } },
  ]);
});

test('a URL without a path means the root, and its query is kept', async () => {
  await using servers = await serve(routes);
  await sendBytes(servers.port('proxy:3128'), `GET http://${host} HTTP/1.1\r\n\r\nGET http://${host}?a HTTP/1.1\r\n\r\n`);
  expect(servers.requests.map(({ target }) => target)).toEqual(['/', '/?a']);
});

test('a proxy is also an origin', async () => {
  await using servers = await serve(routes);
  expect(await sendBytes(servers.port('proxy:3128'), 'GET /itself HTTP/1.1\r\n\r\n')).toBe(answer('proxy'));
  expect(servers.requests[0]).toMatchObject({ origin: 'proxy', target: '/itself' });
  expect(servers.requests[0]).not.toHaveProperty('via');
});

test.for(['GET http://elsewhere.test/', 'GET invalid', 'CONNECT elsewhere.test:443', 'CONNECT invalid'])(
  '%s has a target outside the scenario: it is answered by 502 and recorded at the proxy',
  async (line) => {
    await using servers = await serve(routes);
    expect(await sendBytes(servers.port('proxy:3128'), `${line} HTTP/1.1\r\n\r\n`)).toBe(refused);
    expect(servers.requests).toMatchObject([{ origin: 'proxy', target: line.replace(/^\S+ /, '') }]);
  },
);

test('a tunnel leads to its origin, and the CONNECT is recorded at the proxy with its fields', async () => {
  await using servers = await serve(routes);
  const socket = connect(servers.port('proxy:3128'));
  socket.write(`CONNECT ${host}:80 HTTP/1.1\r\nProxy-Authorization: Basic YTpi\r\n\r\n`);
  expect(await readUntil(socket, '\r\n\r\n')).toBe(opened);
  for (const round of [1, 2]) {
    socket.write(`GET /here?${round} HTTP/1.1\r\n\r\n`);
    expect(await readUntil(socket, 'hi')).toBe(answer('hi'));
  }
  expect(servers.requests).toMatchObject([
    {
      origin: 'proxy',
      connection: 1,
      method: 'CONNECT',
      target: `${host}:80`,
      tunnelTo: 'home',
      headers: [['Proxy-Authorization', 'Basic YTpi']],
    },
    { origin: 'home', connection: 2, target: '/here?1', via: { proxy: 'proxy', tunnel: true } },
    { origin: 'home', connection: 2, target: '/here?2', via: { proxy: 'proxy', tunnel: true } },
  ]);
});

test.for([
  ['TLS', 'secured', 'dual-tls'],
  ['plain HTTP', 'plain', 'dual'],
] as const)('through a tunnel to a port for both, %s', async ([, body, origin]) => {
  await using servers = await serve(routes);
  const socket = connect(servers.port('proxy:3128'));
  socket.write(`CONNECT ${host}:8443 HTTP/1.1\r\n\r\n`);
  await readUntil(socket, '\r\n\r\n');
  const inner = body === 'plain' ? socket : tls.connect({ socket, servername: host, ca: authority.certificate });
  // The servers reset what is still open when they close.
  inner.on('error', () => {});
  if (inner !== socket) await once(inner, 'secureConnect');
  inner.write('GET /here HTTP/1.1\r\n\r\n');
  expect(await readUntil(inner, body)).toBe(answer(body));
  expect(servers.requests[1]).toMatchObject({ origin, via: { proxy: 'proxy', tunnel: true } });
});

test('a request that arrives together with its CONNECT is not lost', async () => {
  await using servers = await serve(routes);
  const both = `CONNECT ${host}:80 HTTP/1.1\r\n\r\nGET /here HTTP/1.1\r\n\r\n`;
  expect(await sendBytes(servers.port('proxy:3128'), both)).toBe(opened + answer('hi'));
});

test('a proxy with an answer to CONNECT does not open a tunnel', async () => {
  await using servers = await serve({
    ...routes,
    '{proxy}>home': [{ when: { visit: 1 }, answer: { status: 407, body: 'who?' } }],
  });
  const line = `CONNECT ${host}:80 HTTP/1.1\r\n\r\n`;
  const closed = 'HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 4\r\n\r\nwho?';
  expect(await sendBytes(servers.port('proxy:3128'), line + line)).toBe(closed + opened);
  expect(servers.requests).toMatchObject([
    { tunnelTo: 'home', answeredBy: { place: '{proxy}>home', case: 0 } },
    { tunnelTo: 'home' },
  ]);
});

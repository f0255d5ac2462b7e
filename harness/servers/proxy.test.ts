import { once } from 'node:events';
import tls from 'node:tls';
import { expect, test } from 'vitest';
import type { Routes } from '../../suites/vocabulary/scenario.ts';
import { hostOf } from '../concrete.ts';
import { authority } from '../fixtures/clients.ts';
import { connect, readUntil, serve, talk } from '../fixtures/wire.ts';

const routes: Routes = {
  '{home}/here': { status: 200, body: 'hi' },
  '{dual}/here': { status: 200, body: 'plain' },
  '{dual-tls}/here': { status: 200, body: 'secured' },
  '{proxy}/itself': { status: 200, body: 'proxy' },
};

const host = hostOf('home', 'own/servers');
const answer = (body: string): string => `HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
const opened = 'HTTP/1.1 200 Connection established\r\n\r\n';
const refused = 'HTTP/1.1 502 Bad Gateway\r\nConnection: close\r\nContent-Length: 0\r\n\r\n';

test('a request that names its whole URL is answered for its origin, and recorded there with the way it came', async () => {
  await using house = await serve(routes);
  const proxy = house.port('proxy:3128');
  expect(await talk(proxy, `GET http://${host}/here?a HTTP/1.1\r\n\r\n`)).toBe(answer('hi'));
  expect(await talk(proxy, `GET https://${host.toUpperCase()}:8443/here HTTP/1.1\r\n\r\n`)).toBe(answer('secured'));
  expect(house.servers.requests).toMatchObject([
    {
      origin: 'home',
      target: '/here?a',
      via: { proxy: 'proxy', tunnel: false },
      head: `GET http://${host}/here?a HTTP/1.1\r\n\r\n`,
    },
    { origin: 'dual-tls', target: '/here', via: { proxy: 'proxy', tunnel: false } },
  ]);
});

test('a URL without a path names the root, and its query stays', async () => {
  await using house = await serve(routes);
  await talk(house.port('proxy:3128'), `GET http://${host} HTTP/1.1\r\n\r\nGET http://${host}?a HTTP/1.1\r\n\r\n`);
  expect(house.servers.requests.map(({ target }) => target)).toEqual(['/', '/?a']);
});

test('a proxy is an origin too', async () => {
  await using house = await serve(routes);
  expect(await talk(house.port('proxy:3128'), 'GET /itself HTTP/1.1\r\n\r\n')).toBe(answer('proxy'));
  expect(house.servers.requests[0]).toMatchObject({ origin: 'proxy', target: '/itself' });
  expect(house.servers.requests[0]).not.toHaveProperty('via');
});

test.for(['GET http://elsewhere.test/', 'GET nonsense', 'CONNECT elsewhere.test:443', 'CONNECT nonsense'])(
  '%s leads out of the scenario: 502, and recorded at the proxy',
  async (line) => {
    await using house = await serve(routes);
    expect(await talk(house.port('proxy:3128'), `${line} HTTP/1.1\r\n\r\n`)).toBe(refused);
    expect(house.servers.requests).toMatchObject([{ origin: 'proxy', target: line.replace(/^\S+ /, '') }]);
  },
);

test('a tunnel leads to its origin, and the CONNECT is recorded at the proxy with its fields', async () => {
  await using house = await serve(routes);
  const socket = connect(house.port('proxy:3128'));
  socket.write(`CONNECT ${host}:80 HTTP/1.1\r\nProxy-Authorization: Basic YTpi\r\n\r\n`);
  expect(await readUntil(socket, '\r\n\r\n')).toBe(opened);
  for (const round of [1, 2]) {
    socket.write(`GET /here?${round} HTTP/1.1\r\n\r\n`);
    expect(await readUntil(socket, 'hi')).toBe(answer('hi'));
  }
  expect(house.servers.requests).toMatchObject([
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
  ['plain http', 'plain', 'dual'],
] as const)('through a tunnel to a port that speaks both, %s', async ([, body, origin]) => {
  await using house = await serve(routes);
  const socket = connect(house.port('proxy:3128'));
  socket.write(`CONNECT ${host}:8443 HTTP/1.1\r\n\r\n`);
  await readUntil(socket, '\r\n\r\n');
  const inner = body === 'plain' ? socket : tls.connect({ socket, servername: host, ca: authority.certificate });
  // The servers reset what is still open when they close.
  inner.on('error', () => {});
  if (inner !== socket) await once(inner, 'secureConnect');
  inner.write('GET /here HTTP/1.1\r\n\r\n');
  expect(await readUntil(inner, body)).toBe(answer(body));
  expect(house.servers.requests[1]).toMatchObject({ origin, via: { proxy: 'proxy', tunnel: true } });
});

test('a request that comes together with its CONNECT is not lost', async () => {
  await using house = await serve(routes);
  const both = `CONNECT ${host}:80 HTTP/1.1\r\n\r\nGET /here HTTP/1.1\r\n\r\n`;
  expect(await talk(house.port('proxy:3128'), both)).toBe(opened + answer('hi'));
});

test('a proxy that has an answer to CONNECT opens no tunnel', async () => {
  await using house = await serve({
    ...routes,
    '{proxy}>home': [{ when: { visit: 1 }, answer: { status: 407, body: 'who?' } }],
  });
  const line = `CONNECT ${host}:80 HTTP/1.1\r\n\r\n`;
  const closed = 'HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 4\r\n\r\nwho?';
  expect(await talk(house.port('proxy:3128'), line + line)).toBe(closed + opened);
  expect(house.servers.requests).toMatchObject([
    { tunnelTo: 'home', answeredBy: { place: '{proxy}>home', case: 0 } },
    { tunnelTo: 'home' },
  ]);
});

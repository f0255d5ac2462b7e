import { once } from 'node:events';
import type { ConnectionOptions } from 'node:tls';
import { expect, test } from 'vitest';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import { authority } from '../fixtures/clients.ts';
import { connect, serve, talk } from '../fixtures/wire.ts';

const routes: Scenario['routes'] = {
  '{dual}/here': { status: 200, body: 'plain' },
  '{dual-tls}/here': { status: 200, body: 'over TLS' },
  '{other-tls}/here': { status: 200, body: 'elsewhere' },
};

const get = 'GET /here HTTP/1.1\r\n\r\n';
const ca = authority.certificate;

type House = Awaited<ReturnType<typeof serve>>;

const nameOf = ({ servers }: House, origin: string): string =>
  Object.keys(servers.ports)
    .find((address) => address.startsWith(`${origin}-`))
    ?.split(':', 1)
    .join() ?? '';

test('one port speaks both TLS and plain http, and tells the two apart', async () => {
  await using house = await serve(routes);
  const port = house.port('home:8443');
  expect(await talk(port, get)).toMatch(/plain$/);
  expect(await talk(port, get, { ca, servername: nameOf(house, 'home') })).toMatch(/over TLS$/);
  expect(house.servers.requests.map(({ origin }) => origin)).toEqual(['dual', 'dual-tls']);
});

test('a port that speaks TLS alone does not answer plain http', async () => {
  await using house = await serve(routes);
  expect(await talk(house.port('other:443'), get).catch(() => '')).not.toContain('elsewhere');
  expect(house.servers.requests).toEqual([]);
});

test.for<[title: string, trust: (house: House) => ConnectionOptions, code: string]>([
  ['who asks for another name', (house) => ({ ca, servername: nameOf(house, 'home') }), 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ['who does not know the authority', (house) => ({ servername: nameOf(house, 'other') }), 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
])('%s does not trust the certificate', async ([, trust, code]) => {
  await using house = await serve(routes);
  await expect(once(connect(house.port('other:443'), trust(house)), 'secureConnect')).rejects.toMatchObject({ code });
});

test('a client that breaks off its handshake disturbs nobody', async () => {
  await using house = await serve(routes);
  const port = house.port('home:8443');
  await talk(port, '\x16\x03\x01 no handshake').catch(() => {});
  expect(await talk(port, get, { ca, servername: nameOf(house, 'home') })).toMatch(/over TLS$/);
});

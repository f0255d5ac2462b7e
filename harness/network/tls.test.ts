import { once } from 'node:events';
import tls, { type ConnectionOptions } from 'node:tls';
import { expect, test } from 'vitest';
import type { Routes } from '../../suites/vocabulary/answer.ts';
import { hostOf } from '../concrete/names.ts';
import { authority } from '../fixtures/clients.ts';
import { connect, sendBytes, serve, SERVED_ID } from '../fixtures/servers.ts';

const routes: Routes = {
  '{dual}/here': { status: 200, body: 'plain' },
  '{dual-tls}/here': { status: 200, body: 'over TLS' },
  '{other-tls}/here': { status: 200, body: 'elsewhere' },
};

const get = 'GET /here HTTP/1.1\r\n\r\n';
const ca = authority.certificate;

const home = hostOf('dual-tls', SERVED_ID);
const other = hostOf('other-tls', SERVED_ID);

test('one port accepts both TLS and plain HTTP, and records which origin a request was for', async () => {
  await using servers = await serve(routes);
  const port = servers.port('home:8443');
  expect(await sendBytes(port, get)).toMatch(/plain$/);
  expect(await sendBytes(port, get, { ca, servername: home })).toMatch(/over TLS$/);
  expect(servers.requests.map(({ origin }) => origin)).toEqual(['dual', 'dual-tls']);
});

test('a port for TLS only does not answer plain HTTP', async () => {
  await using servers = await serve(routes);
  expect(await sendBytes(servers.port('other:443'), get).catch(() => '')).not.toContain('elsewhere');
  expect(servers.requests).toEqual([]);
});

test('a port for plain HTTP only ends a connection that begins with a TLS handshake', async () => {
  await using servers = await serve({ '{home}/here': { status: 200, body: 'plain' } });
  const port = servers.port('home:80');
  await expect(once(connect(port, { ca, servername: home }), 'secureConnect')).rejects.toMatchObject({ code: 'ECONNRESET' });
  expect(await sendBytes(port, get)).toMatch(/plain$/);
  expect(servers.requests).toHaveLength(1);
});

test('an IPv6 address has a certificate for itself, and an address without brackets', async () => {
  await using servers = await serve({ '{ipv6-tls}/here': { status: 200, body: 'by address' } });
  const host = hostOf('ipv6-tls', SERVED_ID).slice(1, -1);
  const checkServerIdentity: ConnectionOptions['checkServerIdentity'] = (_, cert) => tls.checkServerIdentity(host, cert);
  expect(await sendBytes(servers.ports[`${host}:443`] ?? 0, get, { ca, checkServerIdentity })).toMatch(/by address$/);
});

test.for<[title: string, options: ConnectionOptions, code: string]>([
  ['that asks for another name', { ca, servername: home }, 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ['that does not know the authority', { servername: other }, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
])('a client %s does not trust the certificate', async ([, options, code]) => {
  await using servers = await serve(routes);
  await expect(once(connect(servers.port('other:443'), options), 'secureConnect')).rejects.toMatchObject({ code });
});

test('a broken handshake does not affect other connections', async () => {
  await using servers = await serve(routes);
  const port = servers.port('home:8443');
  await sendBytes(port, '\x16\x03\x01 no handshake').catch(() => {});
  expect(await sendBytes(port, get, { ca, servername: home })).toMatch(/over TLS$/);
});

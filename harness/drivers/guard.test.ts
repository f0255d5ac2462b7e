import dgram from 'node:dgram';
import { once } from 'node:events';
import { mkdtempDisposable } from 'node:fs/promises';
import net, { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { adapter, contextFor, scenarioWithPath } from '../fixtures/clients.ts';
import { runScenario } from '../run/run-scenario.ts';

const client = adapter('escaping.ts');
afterAll(() => client.discard());

/** The result of an attempt to leave the scenario, as the client and the guard report it. */
async function attempt(path: string): Promise<{ readonly result: string; readonly blocked: readonly string[] }> {
  const { observation } = await runScenario(scenarioWithPath(path), contextFor(client));
  const [outcome] = observation?.outcomes ?? [];
  const result = outcome?.kind === 'response' ? (outcome.headers[0]?.[1] ?? '') : JSON.stringify(outcome);
  return { result, blocked: observation?.blocked ?? [] };
}

describe('a client cannot leave its scenario:', () => {
  /** Reserved for documentation (RFC 5737): no host has it. */
  const outside = '203.0.113.1';

  test.for([
    ['net-address', `${outside}:80`],
    ['tls-address', `${outside}:443`],
    ['http-address', `${outside}:80`],
    ['http2-address', `${outside}:80`],
  ])('%s', async ([way, address]) => {
    expect(await attempt(`${way}/${outside}`)).toEqual({ result: 'ECONNREFUSED', blocked: [address] });
  });

  test.for(['dns-lookup', 'dns-lookup-by-name', 'dns-resolve', 'dns-promises', 'dns-promises-by-name'])('%s', async (way) => {
    expect(await attempt(`${way}/localhost`)).toEqual({ result: 'ENOTFOUND', blocked: ['dns:localhost'] });
  });

  test.for(['net-address', 'tls-address', 'http-address', 'http2-address'])('by name, %s', async (way) => {
    const { result, blocked } = await attempt(`${way}/outside.test`);
    expect({ result, blocked }).toEqual({ result: 'ENOTFOUND', blocked: [expect.stringMatching(/^outside\.test:/)] });
  });

  describe('a server on this machine does not receive anything', () => {
    const connections: unknown[] = [];
    const server = net.createServer((socket) => void connections.push(socket.end()));
    let port = 0;
    beforeAll(async () => {
      await once(server.listen(0, '127.0.0.1'), 'listening');
      ({ port } = server.address() as AddressInfo);
    });
    afterAll(() => server.close());

    test.for([
      ['net-port', '127.0.0.1'],
      ['net-socket', 'localhost'],
      ['fetch', '127.0.0.1'],
    ])('by %s', async ([way, host]) => {
      expect(await attempt(`${way}/${port}`)).toEqual({ result: 'ECONNREFUSED', blocked: [`${host}:${port}`] });
      expect(connections).toEqual([]);
    });

    test('by a socket file', async () => {
      await using folder = await mkdtempDisposable(join(tmpdir(), 'guard-'));
      const path = join(folder.path, 'socket');
      const local = net.createServer((socket) => void connections.push(socket.end())).listen(path);
      await once(local, 'listening');
      expect(await attempt(`unix-socket/${encodeURIComponent(path)}`)).toEqual({ result: 'ENOENT', blocked: [`unix:${path}`] });
      expect(connections).toEqual([]);
      local.close();
    });

    test('by its own resolver', async () => {
      const questions: unknown[] = [];
      const nameServer = dgram.createSocket('udp4', (question) => questions.push(question)).bind(0, '127.0.0.1');
      await once(nameServer, 'listening');
      const { result, blocked } = await attempt(`dns-resolver/${nameServer.address().port}`);
      nameServer.close();
      expect({ result, blocked, questions }).toEqual({ result: 'ENOTFOUND', blocked: ['dns:outside.test'], questions: [] });
    });
  });
});

test('a connection that is refused fails as the platform lets it fail, and no earlier', async () => {
  expect(await attempt('late-handlers/outside.test')).toEqual({
    result: 'getaddrinfo ENOTFOUND outside.test (EBLOCKED: not an origin of this scenario)',
    blocked: ['outside.test:80'],
  });
});

test('a client does not inherit proxies, options and credentials from the environment', async () => {
  for (const name of ['http_proxy', 'HTTPS_PROXY', 'NODE_OPTIONS', 'NETRC', 'SOME_TOKEN']) vi.stubEnv(name, '--no-warnings');
  using fresh = adapter('escaping.ts');
  const { observation } = await runScenario(scenarioWithPath('environment'), contextFor(fresh));
  vi.unstubAllEnvs();
  const [outcome] = observation?.outcomes ?? [];
  const names = outcome?.kind === 'response' ? outcome.headers[0]?.[1].split(',') : undefined;
  const given = [
    'HOME',
    'PATH',
    'TMPDIR',
    'NODE_EXTRA_CA_CERTS',
    'SSL_CERT_FILE',
    'DENO_CERT',
    'CHROMIUM',
    'FIREFOX',
    'NODE_COMPILE_CACHE',
  ];
  const ofLibrary = ['REDIRECT_CONFORMANCE_NAMES', 'REDIRECT_CONFORMANCE_BLOCKED'];
  expect(names?.filter((name) => ![...given, ...ofLibrary].includes(name))).toEqual([]);
});

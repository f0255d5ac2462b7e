import { once } from 'node:events';
import http2, { type ClientHttp2Session, type ClientHttp2Stream, type OutgoingHttpHeaders } from 'node:http2';
import { text } from 'node:stream/consumers';
import tls, { type TLSSocket } from 'node:tls';
import { expect, test } from 'vitest';
import { hostOf } from '../concrete/names.ts';
import type { Route } from '../../suites/vocabulary/answer.ts';
import type { Scenario } from '../../suites/vocabulary/scenario.ts';
import { authority } from '../fixtures/clients.ts';
import { connect, sendBytes, serve, SERVED_ID, type TestServers } from '../fixtures/servers.ts';

const host = hostOf('h2', SERVED_ID);
const secure = { ca: authority.certificate, servername: host };
const here: Scenario['routes'] = { '{h2}/here': { status: 200, body: 'hi' } };

/** An HTTP/2 connection to the servers of a scenario. */
function session(servers: TestServers): ClientHttp2Session {
  const socket = connect(servers.port('h2:443'), { ...secure, ALPNProtocols: ['h2'] });
  return http2.connect(`https://${host}`, { createConnection: () => socket }).on('error', () => {});
}

interface Answered {
  readonly fields: readonly string[];
  readonly body: string;
  readonly trailers: readonly string[];
}

/** Sends a request, with a body if given, and returns what comes back, unchanged. */
async function ask(open: ClientHttp2Session, headers: OutgoingHttpHeaders, body?: string): Promise<Answered> {
  const stream: ClientHttp2Stream = open.request({ ':path': '/here', ...headers }, { endStream: body === undefined });
  let trailers: readonly string[] = [];
  stream.on('trailers', (_fields: object, _flags: number, raw: readonly string[]) => (trailers = raw));
  if (body !== undefined) stream.end(body);
  const [, , fields] = (await once(stream, 'response')) as [object, number, readonly string[]];
  return { fields, body: await text(stream), trailers };
}

async function agreedOn(servers: TestServers, address: string, ALPNProtocols: string[]): Promise<string | false | null> {
  const name = address.split(':', 1).join();
  const servername = hostOf(name === 'other' ? 'other-tls' : 'h2', SERVED_ID);
  const socket = connect(servers.port(address), { ca: authority.certificate, servername, ALPNProtocols }) as TLSSocket;
  await once(socket, 'secureConnect');
  socket.destroy();
  return socket.alpnProtocol;
}

test('an origin that offers HTTP/2 prefers it, and still offers HTTP/1.1', async () => {
  await using servers = await serve({ ...here, '{other-tls}/here': { status: 200 } });
  expect(await agreedOn(servers, 'h2:443', ['http/1.1', 'h2'])).toBe('h2');
  expect(await agreedOn(servers, 'h2:443', ['http/1.1'])).toBe('http/1.1');
  expect(await agreedOn(servers, 'other:443', ['h2', 'http/1.1'])).toBe('http/1.1');
  expect(await sendBytes(servers.port('h2:443'), 'GET /here HTTP/1.1\r\n\r\n', secure)).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
});

test('two origins that share a server have one address and one certificate, and :authority distinguishes them', async () => {
  const hosts = (['shared-h2', 'other-shared-h2'] as const).map((name) => hostOf(name, SERVED_ID));
  const [opened = '', other = ''] = hosts;
  await using servers = await serve({
    '{shared-h2}/here': { status: 200, body: 'first' },
    '{other-shared-h2}/here': [
      { when: { serverName: '{shared-h2.host}' }, answer: { status: 421 } },
      { answer: { status: 200, body: 'second' } },
    ],
  });
  expect(new Set(hosts.map((each) => servers.ports[`${each}:443`])).size).toBe(1);
  const answersOn = async (servername: string): Promise<readonly string[]> => {
    const socket = connect(servers.port('shared-h2:443'), { ca: authority.certificate, servername, ALPNProtocols: ['h2'] });
    const open = http2.connect(`https://${servername}`, { createConnection: () => socket }).on('error', () => {});
    const answers = await Promise.all(hosts.map((each) => ask(open, { ':authority': each })));
    return answers.map(({ fields, body }) => `${fields[1]} ${body}`.trim());
  };
  expect(await answersOn(opened)).toEqual(['200 first', '421']);
  expect(await answersOn(other)).toEqual(['200 first', '200 second']);
  expect(new Set(servers.requests.map(({ origin }) => origin))).toEqual(new Set(['shared-h2', 'other-shared-h2']));
});

test.for<[title: string, answer: Route, method: string, answered: Answered]>([
  [
    'with a length',
    { status: 200, body: 'Zoë', headers: [['X-Case', 'Kept']] },
    'GET',
    { fields: [':status', '200', 'x-case', 'Kept', 'content-length', '4'], body: 'Zoë', trailers: [] },
  ],
  [
    'without a length, and with trailers',
    { status: 302, location: '/there', framing: 'chunked', trailers: [['X-Sum', '1']] },
    'GET',
    { fields: [':status', '302', 'location', '/there'], body: '', trailers: ['x-sum', '1'] },
  ],
  [
    'without content after HEAD',
    { status: 200, body: 'hi' },
    'HEAD',
    { fields: [':status', '200', 'content-length', '2'], body: '', trailers: [] },
  ],
  ['without content after 204', { status: 204 }, 'GET', { fields: [':status', '204'], body: '', trailers: [] }],
])('an answer is sent %s', async ([, answer, method, answered]) => {
  await using servers = await serve({ '{h2}/here': answer });
  expect(await ask(session(servers), { ':method': method })).toEqual(answered);
});

test('a request is recorded unchanged, with :authority as Host', async () => {
  await using servers = await serve(here);
  await ask(session(servers), { ':method': 'POST', ':authority': host, 'x-row': ['1', '2'] }, 'hello');
  expect(servers.requests).toEqual([
    {
      origin: 'h2',
      connection: 1,
      httpVersion: '2',
      serverName: host,
      head: null,
      method: 'POST',
      target: '/here',
      headers: [
        ['Host', host],
        ['x-row', '1'],
        ['x-row', '2'],
      ],
      body: { length: 5, text: 'hello' },
      complete: true,
      answeredBy: { place: '{h2}/here', case: 0 },
    },
  ]);
});

test('a Host that equals :authority is recorded once, a different one in addition', async () => {
  await using servers = await serve(here);
  const open = session(servers);
  await ask(open, { ':authority': host, host });
  await ask(open, { ':authority': host, host: 'else.test' });
  const hosts = servers.requests.map(({ headers }) => headers.filter(([name]) => /^host$/i.test(name)).map(([, value]) => value));
  expect(hosts).toEqual([[host], [host, 'else.test']]);
});

test('the connection of each request is recorded', async () => {
  await using servers = await serve(here);
  const [first, second] = [session(servers), session(servers)];
  await ask(first, {});
  await ask(second, {});
  await ask(first, {});
  expect(servers.requests.map(({ connection }) => connection)).toEqual([1, 2, 1]);
});

test('a request cut short is recorded as incomplete, and not answered', async () => {
  await using servers = await serve(here);
  const open = session(servers);
  open
    .request({ ':method': 'POST', ':path': '/here' }, { endStream: false })
    .on('error', () => {})
    .write('only this');
  await expect.poll(() => servers.requests).toHaveLength(1);
  open.destroy();
  await expect.poll(() => servers.requests).toMatchObject([{ method: 'POST', complete: false }]);
  expect(servers.requests[0]).not.toHaveProperty('answeredBy');
});

test('an answer may be sent before the body is complete, and then the upload is stopped without an error', async () => {
  await using servers = await serve({ '{h2}/here': { status: 303, location: '/there', body: 'moved', sent: 'before the body' } });
  const stream = session(servers).request({ ':method': 'POST', ':path': '/here' }, { endStream: false });
  stream.on('error', () => {}).write('x'.repeat(100_000));
  const closed = once(stream, 'close');
  expect(await text(stream)).toBe('moved');
  await closed;
  expect(stream.rstCode).toBe(http2.constants.NGHTTP2_NO_ERROR);
  expect(servers.requests).toMatchObject([{ method: 'POST', complete: false }]);
});

test('an answer that closes the connection announces it first', async () => {
  await using servers = await serve({ '{h2}/here': { status: 200, body: 'bye', framing: 'close' } });
  const open = session(servers);
  const received: string[] = [];
  open.on('goaway', (code: number) => received.push(`goaway ${code}`));
  const { body } = await ask(open, {});
  expect([...received, body]).toEqual(['goaway 0', 'bye']);
});

test('a client that sends too many requests is cut off', async () => {
  await using servers = await serve(here);
  const open = session(servers);
  for (let n = 1; n <= 100; n += 1) await ask(open, {});
  const gone = once(open, 'close');
  open.request({ ':path': '/here' }).on('error', () => {});
  await gone;
  expect(servers.requests).toHaveLength(101);
});

test('a client that agrees on HTTP/2 and does not speak it does not affect other connections', async () => {
  await using servers = await serve(here);
  const socket = tls.connect({ port: servers.port('h2:443'), host: '127.0.0.1', ...secure, ALPNProtocols: ['h2'] });
  socket.on('error', () => {}).end('GET /here HTTP/1.1\r\n\r\n');
  await once(socket.resume(), 'close');
  expect((await ask(session(servers), {})).body).toBe('hi');
});

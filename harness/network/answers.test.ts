import { expect, test } from 'vitest';
import type { Answer, Case } from '../../suites/vocabulary/answer.ts';
import { connect, readUntil, sendBytes, serve } from '../fixtures/servers.ts';
import { cutIntoPieces } from './pieces.ts';

/** The bytes that a server sends for these requests. */
async function answered(route: Answer | readonly Case[], ...requests: readonly string[]): Promise<string> {
  await using servers = await serve({ '{home}/here': route });
  return await sendBytes(servers.port('home:80'), requests.map((request) => `${request} HTTP/1.1\r\n\r\n`).join(''));
}

test.for<[title: string, answer: Answer, request: string, bytes: string]>([
  ['with a length', { status: 200, body: 'Zoë' }, 'GET /here', 'HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nZo\xc3\xab'],
  [
    'in two chunks',
    { status: 200, body: 'hello', framing: 'chunked' },
    'GET /here',
    'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n',
  ],
  [
    'in chunks, with trailers after them',
    { status: 200, body: 'h', framing: 'chunked', trailers: [['X-Sum', '1']] },
    'GET /here',
    'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nh\r\n0\r\nX-Sum: 1\r\n\r\n',
  ],
  [
    'up to the end of the connection',
    { status: 200, body: 'hi', framing: 'close' },
    'GET /here',
    'HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nhi',
  ],
  ['without content after HEAD', { status: 200, body: 'hi' }, 'HEAD /here', 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n'],
  ['without content after 204', { status: 204, body: 'hi' }, 'GET /here', 'HTTP/1.1 204 No Content\r\n\r\n'],
  [
    'with fields in their order and letter case, repeated ones included',
    {
      status: 302,
      reason: 'Over There',
      location: '/there',
      headers: [
        ['sEt-CooKie', 'a=1'],
        ['Set-Cookie', 'b=2'],
      ],
    },
    'GET /here',
    'HTTP/1.1 302 Over There\r\nLocation: /there\r\nsEt-CooKie: a=1\r\nSet-Cookie: b=2\r\nContent-Length: 0\r\n\r\n',
  ],
  [
    'in octets that are not UTF-8',
    { status: 200, body: { base64: '//6AAA==' } },
    'GET /here',
    'HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n\xff\xfe\x80\x00',
  ],
  ['in exact bytes', { raw: 'HTTP/1.0 299 \r\nA:\tb \r\n\r\n\xff\x00' }, 'HEAD /here', 'HTTP/1.0 299 \r\nA:\tb \r\n\r\n\xff\x00'],
])('an answer is sent %s', async ([, answer, request, bytes]) => {
  expect(await answered(answer, request)).toBe(bytes);
});

test('an answer with the time of day has it in a Date field', async () => {
  const before = Math.floor(Date.now() / 1000) * 1000;
  const bytes = await answered({ status: 200, headers: [['A', 'b']], dated: true }, 'GET /here');
  const [, date = ''] = /^HTTP\/1\.1 200 OK\r\nA: b\r\nDate: (\w{3}, \d{2} \w{3} \d{4} [\d:]{8} GMT)\r\n/.exec(bytes) ?? [];
  expect(Date.parse(date)).toBeGreaterThanOrEqual(before);
  expect(Date.parse(date)).toBeLessThanOrEqual(Date.now());
});

const inPieces: Answer = { raw: 'HTTP/1.1 200 OK\r\nLocation: /\r\n\r\n' };

test.for<[title: string, pieces: NonNullable<Answer['pieces']>]>([
  ['a packet for each byte', 'each byte'],
  ['packets that end after given texts', ['Locat', '\r', '\n', '\r']],
])('an answer is sent in %s', async ([, pieces]) => {
  await using servers = await serve({ '{home}/here': { ...inPieces, pieces } });
  const socket = connect(servers.port('home:80'));
  socket.write('GET /here HTTP/1.1\r\n\r\n');
  expect(await readUntil(socket, '\r\n\r\n')).toBe('HTTP/1.1 200 OK\r\nLocation: /\r\n\r\n');
});

test('an answer is cut after each text, and in the order of the texts', () => {
  const cut = (pieces: NonNullable<Answer['pieces']>): readonly string[] =>
    cutIntoPieces(Buffer.from('abcabc'), pieces).map((piece) => piece.toString());
  expect(cut(['b', 'a', 'bc'])).toEqual(['ab', 'ca', 'bc']);
  expect(cut('each byte')).toEqual(['a', 'b', 'c', 'a', 'b', 'c']);
  expect(() => cut(['c', 'd'])).toThrow('"d"');
});

test('after an answer with Connection: close no further request is answered', async () => {
  expect(await answered({ raw: 'HTTP/1.1 200 OK\r\nconnection: close\r\n\r\nhi' }, 'GET /here', 'GET /here')).toBe(
    'HTTP/1.1 200 OK\r\nconnection: close\r\n\r\nhi',
  );
});

const says = (body: string): Answer => ({ raw: `HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\n\r\n${body}` });
const bodies = (stream: string): readonly string[] => stream.split(/HTTP\/1\.1 .*\r\n(?:.+\r\n)*\r\n/).slice(1);

test('an answer may depend on the visit', async () => {
  const cases = [{ when: { visit: 2 }, answer: says('second') }, { answer: says('any') }];
  expect(bodies(await answered(cases, 'GET /here', 'POST /here?query', 'GET /here'))).toEqual(['any', 'second', 'any']);
});

test('an answer may depend on the method', async () => {
  const cases = [{ when: { method: 'POST' }, answer: says('posted') }, { answer: says('any') }];
  expect(bodies(await answered(cases, 'POST /here', 'GET /here', 'post /here'))).toEqual(['posted', 'any', 'any']);
});

test('an answer may depend on a field, and placeholders in the condition are filled in', async () => {
  const when = { header: { name: 'COOKIE', includes: '{home.host}' } };
  await using servers = await serve({ '{home}/here': [{ when, answer: says('known') }, { answer: says('any') }] });
  const host = Object.keys(servers.ports)[0]?.split(':', 1).join();
  const asked = ['Cookie: none', `cookie: a=${host}`].map((field) => `GET /here HTTP/1.1\r\n${field}\r\n\r\n`);
  expect(bodies(await sendBytes(servers.port('home:80'), asked.join('')))).toEqual(['any', 'known']);
});

test('a place where no case applies answers 404', async () => {
  expect(await answered([{ when: { visit: 2 }, answer: says('second') }], 'GET /here')).toMatch(/^HTTP\/1\.1 404 /);
});

test('a place without a query serves every query that has no place of its own', async () => {
  await using servers = await serve({ '{home}/here': says('any query'), '{home}/here?a=1': says('this query') });
  const asked = ['/here', '/here?', '/here?b', '/here?a=1', '/here?a=1&b', '/here/', '/'];
  const stream = await sendBytes(servers.port('home:80'), asked.map((target) => `GET ${target} HTTP/1.1\r\n\r\n`).join(''));
  expect(bodies(stream)).toEqual(['any query', 'any query', 'any query', 'this query', 'any query', '', '']);
});

import net, { type AddressInfo } from 'node:net';
import { on } from 'node:events';
import { expect, test } from 'vitest';
import { cutIntoPieces, writeInPieces } from '../network/pieces.ts';
import { connectBySocks } from './socks.ts';

/** A proxy that answers each message with these bytes, each in a packet of its own, and records what comes in. */
async function proxyAnswering(
  answers: readonly (readonly number[])[],
): Promise<{ readonly port: number; readonly received: string[] }> {
  const received: string[] = [];
  const server = net.createServer(async (socket) => {
    const remaining = [...answers];
    for await (const [message] of on(socket, 'data', { close: ['close'] }) as AsyncIterable<[Buffer]>) {
      received.push(message.toString('hex'));
      await writeInPieces(socket, cutIntoPieces(Buffer.from(remaining.shift() ?? []), 'each byte'));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  return { port: (server.address() as AddressInfo).port, received };
}

const succeeded = [5, 0, 0, 1, 0, 0, 0, 0, 0, 0];
const withName = [5, 0, 0, 3, 2, 0x61, 0x62, 0, 80];
const hi = [...Buffer.from('hi')];

test.for<[what: string, answers: readonly (readonly number[])[], url: string, asked: string]>([
  [
    'a name',
    [
      [5, 0],
      [...succeeded, ...hi],
    ],
    'http://home.test:81/',
    '0501000309686f6d652e746573740051',
  ],
  [
    'an IPv4 address',
    [
      [5, 0],
      [...succeeded, ...hi],
    ],
    'http://198.18.1.2/',
    '05010001c61201020050',
  ],
  [
    'an IPv6 address',
    [
      [5, 0],
      [...withName, ...hi],
    ],
    'http://[2001:db8::1:2]/',
    '0501000420010db80000000000000000000100020050',
  ],
])('the SOCKS proxy is asked for %s, and what follows its reply is left to read', async ([, answers, url, asked]) => {
  const { port, received } = await proxyAnswering(answers);
  const socket = await connectBySocks(new URL(url), new URL(`socks5://127.0.0.1:${port}`));
  let read = '';
  for await (const chunk of socket) {
    read += String(chunk);
    if (read === 'hi') break;
  }
  expect(received).toEqual(['050100', asked]);
});

test('user name and password of its URL are for the SOCKS proxy', async () => {
  const { port, received } = await proxyAnswering([[5, 2], [1, 0], succeeded]);
  const socket = await connectBySocks(new URL('http://home.test/'), new URL(`socks5://ada:a%20b@127.0.0.1:${port}`));
  socket.destroy();
  expect(received.slice(0, 2)).toEqual(['050102', '010361646103612062']);
});

test.for<[what: string, answers: readonly (readonly number[])[], error: string]>([
  ['no method', [[5, 255]], 'the SOCKS proxy wants another authentication'],
  [
    'a refusal',
    [
      [5, 2],
      [1, 1],
    ],
    'the SOCKS proxy does not accept the credentials',
  ],
  [
    'no connection',
    [
      [5, 2],
      [1, 0],
      [5, 4, 0, 1, 0, 0, 0, 0, 0, 0],
    ],
    'the SOCKS proxy answers 4',
  ],
])('%s is an error', async ([, answers, error]) => {
  const { port } = await proxyAnswering(answers);
  await expect(connectBySocks(new URL('http://home.test/'), new URL(`socks5://a:b@127.0.0.1:${port}`))).rejects.toThrow(error);
});

test('a proxy that closes the connection is an error', async () => {
  const server = net.createServer((socket) => socket.resume().end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  const { port } = server.address() as AddressInfo;
  const connecting = connectBySocks(new URL('http://home.test/'), new URL(`socks5://127.0.0.1:${port}`));
  await expect(connecting).rejects.toThrow('the SOCKS proxy closed the connection');
});

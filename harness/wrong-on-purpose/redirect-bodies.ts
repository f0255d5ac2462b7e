import net from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { Answer, Exchange } from '../reference/exchange.ts';
import type { Send } from '../reference/follow.ts';
import { valuesOf } from '../fields.ts';
import type { Sin } from './sin.ts';

const isRedirect = ({ status }: Answer): boolean => status >= 300 && status < 400;

/** What a server sends on a connection that the client asked it to close, or stopped listening to. */
export async function bytesFrom({ method, url, headers }: Exchange, target = url.pathname): Promise<string> {
  const fields = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  const socket = net.connect({ host: url.hostname, port: Number(url.port || 80) });
  socket.end(`${method} ${target} HTTP/1.1\r\nHost: ${url.host}\r\n${fields}\r\n`);
  return (await buffer(socket)).toString('latin1');
}

/** An answer out of whatever came, whole or not. */
export function readLeniently(text: string): Answer {
  const [head = '', ...rest] = text.split('\r\n\r\n');
  const [statusLine = '', ...lines] = head.split('\r\n');
  const headers = lines.map((line) => [line.split(':', 1).join(), line.slice(line.indexOf(':') + 1).trim()] as const);
  return { status: Number(statusLine.split(' ')[1]), headers, body: Buffer.from(rest.join('\r\n\r\n'), 'latin1') };
}

/** Takes half a header section for a whole one. */
const lenient =
  (send: Send): Send =>
  (request) =>
    send(request).catch(async (error: unknown) => {
      const text = request.url.protocol === 'http:' && !request.body ? await bytesFrom(request) : '';
      if (!text.startsWith('HTTP/1.1 302') || text.includes('\r\n\r\n')) throw error;
      return readLeniently(text);
    });

/** Takes what is left over behind a redirect for the answer to the next request, which it sends all the same. */
const greedy = (send: Send): Send => {
  let surplus: Uint8Array | undefined;
  return async (request) => {
    const answer = await send(request);
    const left = surplus;
    surplus = isRedirect(answer) ? new TextEncoder().encode('fake') : undefined;
    return left ? { ...answer, body: left } : answer;
  };
};

/** A client that throws on redirects with a certain body. */
const choking =
  (on: (answer: Answer, method: string) => boolean) =>
  (send: Send): Send =>
  async (request) => {
    const answer = await send(request);
    if (isRedirect(answer) && on(answer, request.method)) throw new Error('cannot read the body of the redirect');
    return answer;
  };

const has = ({ headers }: Answer, name: string): boolean => valuesOf(headers, name).length > 0;

/** Clients that trip over the body of a redirect. */
export const redirectBodies: readonly Sin[] = [
  {
    name: 'chokes-on-chunks',
    title: 'cannot read a redirect in chunks',
    send: choking((answer) => has(answer, 'transfer-encoding')),
    under: ['fetch', 'rfc9110'],
  },
  {
    name: 'chokes-until-close',
    title: 'cannot read a redirect without a length',
    send: choking((answer) => !has(answer, 'transfer-encoding') && !has(answer, 'content-length')),
    under: ['fetch', 'rfc9110'],
  },
  {
    name: 'waits-for-a-body-after-head',
    title: 'gives up on a redirect of HEAD whose body never comes',
    send: choking((answer, method) => method === 'HEAD' && valuesOf(answer.headers, 'content-length').join() !== '0'),
    under: ['fetch', 'rfc9110'],
  },
  {
    name: 'trusts-half-a-header',
    title: 'follows a Location out of a header section that breaks off',
    send: lenient,
    under: ['fetch'],
  },
  {
    name: 'reads-left-overs',
    title: 'takes what it finds behind a redirect for the next answer',
    send: greedy,
    under: ['fetch'],
  },
];

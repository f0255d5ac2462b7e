import { once } from 'node:events';
import net from 'node:net';
import type { Answer, Exchange } from '../reference/exchange.ts';
import type { Send } from '../reference/follow.ts';
import { valuesOf } from '../fields.ts';
import type { Sin } from './sin.ts';
import { wrapped } from './wrapped.ts';

const saysClose = ({ headers }: Answer): boolean => valuesOf(headers, 'connection').join().toLowerCase() === 'close';

const inBytes = ({ method, url }: Exchange): string => `${method} ${url.pathname} HTTP/1.1\r\nHost: ${url.host}\r\n\r\n`;

/** Asks again on one connection what the server closed the connection after, and what came next. No answer to that can come. */
async function askBehind(before: Exchange, request: Exchange): Promise<never> {
  const socket = net.connect({ host: before.url.hostname, port: Number(before.url.port || 80) }).resume();
  socket.end(inBytes(before) + inBytes(request));
  await once(socket, 'close');
  throw new Error('the connection was closed');
}

const isCut = ({ headers, body }: Answer): boolean => body.length < Number(valuesOf(headers, 'content-length')[0] ?? 0);

/** Goes on using connections that are no use any more after certain answers. */
const clinging =
  (after: (answer: Answer) => boolean) =>
  (send: Send): Send => {
    let before: Exchange | undefined;
    return async (request) => {
      if (before && !request.body) return askBehind(before, request);
      const answer = await send(request);
      before = after(answer) && request.method === 'GET' ? request : undefined;
      return answer;
    };
  };

const failedToConnect = (error: unknown): boolean => ((error as { code?: string }).code ?? '').startsWith('ECONN');

/** Clients that do not know when a connection is over, or when they need none any more. */
export const connections: readonly Sin[] = [
  {
    name: 'clings-to-connections',
    title: 'sends its next request on a connection that the server has closed',
    send: clinging(saysClose),
    under: ['rfc9110'],
  },
  {
    name: 'talks-into-bodies',
    title: 'sends its next request on a connection on which the body before is not over',
    capability: 'agent',
    send: clinging(isCut),
    under: ['rfc9110'],
  },
  {
    name: 'takes-failure-for-an-answer',
    title: 'takes a connection that fails for an answer',
    send: (send) => (request) =>
      send(request).catch((error: unknown) => {
        if (!failedToConnect(error)) throw error;
        return { status: 200, headers: [], body: new Uint8Array() };
      }),
    under: ['fetch'],
  },
  {
    name: 'is-spoiled-by-a-refusal',
    title: 'can make no call after one whose redirect it did not follow',
    client: wrapped(() => {
      let spoiled = false;
      return (send) => (request, options) => {
        if (spoiled) throw new Error('the connection is still busy');
        spoiled = request.redirect !== undefined;
        return send(request, options);
      };
    }),
    also: ['agent'],
    under: ['rfc9110'],
  },
];

import { once } from 'node:events';
import net from 'node:net';
import { valuesOf } from '../../suites/vocabulary/header-fields.ts';
import { exchange } from '../reference/exchange.ts';
import type { OutgoingRequest, ReceivedAnswer, SendOne } from '../reference/messages.ts';
import type { Mutant } from './mutant.ts';
import { wrapped } from './support/wrapped.ts';

const saysClose = ({ headers }: ReceivedAnswer): boolean => valuesOf(headers, 'connection').join().toLowerCase() === 'close';

const inBytes = ({ method, url }: OutgoingRequest): string => `${method} ${url.pathname} HTTP/1.1\r\nHost: ${url.host}\r\n\r\n`;

/** Sends two requests on one new connection. The server closes it after the first answer, so none to the second can come. */
async function sendBehind(before: OutgoingRequest, request: OutgoingRequest): Promise<never> {
  const socket = net.connect({ host: before.url.hostname, port: Number(before.url.port || 80) }).resume();
  socket.end(inBytes(before) + inBytes(request));
  await once(socket, 'close');
  throw new Error('the connection was closed');
}

/** Uses a connection again although an answer on it made it unusable. */
const reusingConnections =
  (after: (answer: ReceivedAnswer) => boolean) =>
  (send: SendOne): SendOne => {
    let before: OutgoingRequest | undefined;
    return async (request) => {
      if (before && !request.body) return sendBehind(before, request);
      const answer = await send(request);
      before = after(answer) && request.method === 'GET' ? request : undefined;
      return answer;
    };
  };

const failedToConnect = (error: unknown): boolean => ((error as { code?: string }).code ?? '').startsWith('ECONN');

/** Clients that make an error with their connections. */
export const connectionMutants: readonly Mutant[] = [
  {
    name: 'reuses-closed-connections',
    title: 'sends its next request on a connection that the server closes',
    send: reusingConnections(saysClose),
    witnesses: { rfc9110: ['connections/closed#reuse@target'] },
  },
  {
    name: 'drops-the-agent',
    title: 'follows redirects without the agent of its caller',
    send(send, signal) {
      let requests = 0;
      return (request) => ((requests += 1) === 1 ? send(request) : exchange(request, signal));
    },
    witnesses: {
      fetch: [
        'connections/agent-kept-on-302-to-another-scheme-up#connections@home-tls',
        'connections/agent-kept-on-307-to-another-host#connections@other',
      ],
    },
  },
  {
    name: 'answers-connection-errors',
    title: 'returns an empty response when a connection fails',
    send: (send) => (request) =>
      send(request).catch((error: unknown) => {
        if (!failedToConnect(error)) throw error;
        return { status: 200, headers: [], body: new Uint8Array() };
      }),
    witnesses: {
      fetch: [
        'connections/target-ends-before-the-answer#outcome',
        'connections/target-ends-in-the-body#outcome',
        'connections/closed-port-302-get#outcome',
      ],
    },
  },
  {
    name: 'hands-over-421',
    title: 'hands a 421 over instead of making the request again on a new connection',
    policy: () => ({ retriesMisdirected: false }),
    witnesses: { fetch: ['connections/misdirected-302#requests@other-tls/target'] },
  },
  {
    name: 'fails-after-unfollowed-redirect',
    title: 'fails in the call after one whose caller asked not to follow redirects',
    client: wrapped(() => {
      let isBusy = false;
      return (send) => (request, options) => {
        if (isBusy) throw new Error('the connection is still busy');
        isBusy = request.redirect !== undefined;
        return send(request, options);
      };
    }),
    witnesses: { rfc9110: ['connections/only-one-after-refusal#outcome@2'] },
  },
];

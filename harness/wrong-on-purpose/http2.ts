import http2, { type ClientHttp2Session } from 'node:http2';
import { exchangeByHttp2, negotiate, requestOn } from '../reference/exchange-by-http2.ts';
import type { Exchange } from '../reference/exchange.ts';
import type { Send } from '../reference/follow.ts';
import { valuesOf } from '../fields.ts';
import type { Sin } from './sin.ts';

const never = new AbortController().signal;

/** A client that goes on with the HTTP/2 connection it has, as long as `isFor` says that it will do. */
const onOneConnection =
  (isFor: (origin: string, url: URL) => boolean) =>
  (send: Send): Send => {
    let open: { readonly session: ClientHttp2Session; readonly origin: string } | undefined;
    return async (request) => {
      if (request.url.protocol !== 'https:') return send(request);
      if (open && isFor(open.origin, request.url)) return requestOn(open.session, request);
      const socket = await negotiate(request.url, never);
      if (socket.alpnProtocol !== 'h2') {
        socket.destroy();
        return send(request);
      }
      const session = http2.connect(request.url, { createConnection: () => socket }).on('error', () => {});
      open = { session, origin: request.url.origin };
      return requestOn(session, request);
    };
  };

/** A client that asks an origin of HTTP/2 for something else than it was told. */
const byHttp2 =
  (change: (request: Exchange) => Exchange) =>
  (send: Send): Send =>
  async (request) => {
    if (request.url.protocol !== 'https:') return send(request);
    const socket = await negotiate(request.url, never);
    if (socket.alpnProtocol === 'h2') return exchangeByHttp2(change(request), socket);
    socket.destroy();
    return send(request);
  };

/** More than a server lets come before it reads any of it. */
const WINDOW = 65_535;

/** Clients that get HTTP/2 wrong. */
export const http2Sins: readonly Sin[] = [
  {
    name: 'stays-after-goaway',
    title: 'opens streams on a connection after its GOAWAY',
    capability: 'http2',
    send: onOneConnection((origin, url) => origin === url.origin),
    under: ['fetch'],
  },
  {
    name: 'coalesces',
    title: 'sends everything over its first HTTP/2 connection, whatever the certificate covers',
    capability: 'http2',
    send: onOneConnection(() => true),
    under: ['fetch', 'rfc9110'],
  },
  {
    name: 'carries-connection-fields',
    title: 'carries Connection and Keep-Alive into HTTP/2, which refuses them',
    capability: 'http2',
    send: byHttp2((request) => {
      if (valuesOf(request.headers, 'connection').length > 0) throw new Error('a field of the connection in HTTP/2');
      return request;
    }),
    under: ['fetch'],
  },
  {
    name: 'discards-after-the-reset',
    title: 'discards the answer when its upload is stopped',
    capability: 'http2',
    send: byHttp2((request) => {
      if ((request.body?.length ?? 0) > WINDOW) throw new Error('stream closed with NO_ERROR');
      return request;
    }),
    under: ['fetch', 'rfc9110'],
  },
  {
    name: 'mistakes-the-authority',
    title: 'names an authority that is not the host it has connected to',
    capability: 'http2',
    send: (send) => (request) => send({ ...request, headers: [...request.headers, ['Host', 'wrong.test']] }),
    under: ['fetch'],
  },
];

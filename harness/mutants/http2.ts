import type { ClientHttp2Session } from 'node:http2';
import { checkServerIdentity, type PeerCertificate, type TLSSocket } from 'node:tls';
import { valuesOf } from '../../suites/vocabulary/header-fields.ts';
import { exchangeByHttp2, negotiate, requestOn, sessionOn } from '../reference/exchange-by-http2.ts';
import type { OutgoingRequest, ReceivedAnswer, SendOne } from '../reference/messages.ts';
import type { Mutant } from './mutant.ts';
import { changingRequests, withMore } from './support/changing.ts';

const never = new AbortController().signal;

/** Sends requests in another way where an origin offers HTTP/2. */
const onHttp2 =
  (exchange: (request: OutgoingRequest, socket: TLSSocket) => Promise<ReceivedAnswer>) =>
  (send: SendOne): SendOne =>
  async (request) => {
    if (request.url.protocol !== 'https:') return send(request);
    const socket = await negotiate(request.url, never);
    if (socket.alpnProtocol === 'h2') return exchange(request, socket);
    socket.destroy();
    return send(request);
  };

interface Connection {
  readonly session: ClientHttp2Session;
  readonly origin: string;
  readonly certificate: PeerCertificate;
}

/** Reuses its HTTP/2 connection for a URL where `isFor` says so. */
const onOneConnection =
  (isFor: (connection: Connection, url: URL) => boolean) =>
  (send: SendOne): SendOne => {
    let open: Connection | undefined;
    const sendOnNew = onHttp2((request, socket) => {
      const certificate = socket.getPeerCertificate();
      open = { session: sessionOn(socket, request.url), origin: request.url.origin, certificate };
      return requestOn(open.session, request);
    })(send);
    return (request) =>
      open && request.url.protocol === 'https:' && isFor(open, request.url)
        ? requestOn(open.session, request)
        : sendOnNew(request);
  };

/** How many bytes a server accepts before it reads any of them. */
const WINDOW = 65_535;

/** Clients that make an error with HTTP/2. */
export const http2Mutants: readonly Mutant[] = [
  {
    name: 'ignores-goaway',
    title: 'opens streams on a connection after its GOAWAY',
    send: onOneConnection(({ origin }, url) => origin === url.origin),
    witnesses: { fetch: ['http2/goaway#followed'] },
  },
  {
    name: 'coalesces-everything',
    title: 'sends everything over its first HTTP/2 connection, even to hosts that the certificate does not cover',
    send: onOneConnection(() => true),
    witnesses: { fetch: ['http2/no-coalescing#requests@h2/target'], rfc9110: ['http2/no-coalescing#requests@h2/target'] },
  },
  {
    name: 'retries-on-shared-connection',
    title: 'sends everything that its certificate covers over its first HTTP/2 connection, even after a 421 on it',
    send: onOneConnection(({ certificate }, { hostname }) => checkServerIdentity(hostname, certificate) === undefined),
    witnesses: { fetch: ['http2/shared-certificate-421-302-get#outcome'] },
  },
  {
    name: 'fails-on-connection-fields',
    title: 'fails on fields of the connection over HTTP/2 instead of removing them',
    send: onHttp2((request, socket) => {
      if (valuesOf(request.headers, 'connection').length > 0) throw new Error('a field of the connection in HTTP/2');
      return exchangeByHttp2(request, socket);
    }),
    witnesses: { fetch: ['http2/connection-from-http1#followed'] },
  },
  {
    name: 'fails-on-stopped-upload',
    title: 'discards the answer when the server stops its upload',
    send: onHttp2((request, socket) => {
      if ((request.body?.length ?? 0) > WINDOW) throw new Error('stream closed with NO_ERROR');
      return exchangeByHttp2(request, socket);
    }),
    witnesses: { fetch: ['http2/307-before-the-upload-ends#followed'], rfc9110: ['http2/301-before-the-upload-ends#followed'] },
  },
  {
    name: 'sends-wrong-authority',
    title: 'sends another host in Host or :authority than the one it is connected to',
    send: changingRequests((request) => withMore(request, ['Host', 'wrong.test'])),
    witnesses: { fetch: ['http2/up-from-http-302-get#field:host@h2/target'] },
  },
];

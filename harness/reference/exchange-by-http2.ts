import { once } from 'node:events';
import http2, { type ClientHttp2Session } from 'node:http2';
import { buffer } from 'node:stream/consumers';
import tls, { type TLSSocket } from 'node:tls';
import { fieldsOfRaw, valuesOf } from '../../suites/vocabulary/header-fields.ts';
import { type ClientCertificate, toHeadersObject } from '../adapter/index.ts';
import type { OutgoingRequest, ReceivedAnswer } from './messages.ts';
import { originForm } from '../policy/origin-form.ts';

/** A new connection to an origin that offers it HTTP/2 and HTTP/1.1. */
export async function negotiate(
  { hostname, port }: URL,
  signal: AbortSignal,
  certificate?: ClientCertificate,
): Promise<TLSSocket> {
  const socket = tls.connect({
    host: hostname,
    port: Number(port || 443),
    servername: hostname,
    ALPNProtocols: ['h2', 'http/1.1'],
    ...certificate,
  });
  // A server may reset a connection that is no longer used. A request that still uses it fails by itself.
  socket.on('error', () => {});
  await once(socket, 'secureConnect', { signal });
  return socket;
}

/** RFC 9113 section 8.2.2, and Host, which `:authority` replaces. */
const belongsToHttp1 = /^(connection|host|keep-alive|proxy-connection|transfer-encoding|upgrade)$/i;

/** A session on a connection that agreed on HTTP/2. */
export const sessionOn = (socket: TLSSocket, url: URL): ClientHttp2Session =>
  http2.connect(url, { createConnection: () => socket }).on('error', () => {});

/** Sends a request on a session and reads the whole answer. */
export async function requestOn(
  session: ClientHttp2Session,
  { method, url, headers, body }: OutgoingRequest,
): Promise<ReceivedAnswer> {
  const fields = toHeadersObject(headers.filter(([name]) => !belongsToHttp1.test(name)));
  const [authority = url.host] = valuesOf(headers, 'host');
  const length = body && { 'content-length': `${body.length}` };
  const stream = session.request(
    { ...fields, ...length, ':method': method, ':authority': authority, ':path': originForm(url) },
    { endStream: body === undefined },
  );
  if (body) stream.end(body);
  const [{ ':status': status = 0 }, , raw] = (await once(stream, 'response')) as [
    { ':status'?: number },
    number,
    readonly string[],
  ];
  return {
    status,
    headers: fieldsOfRaw(raw).filter(([name]) => !name.startsWith(':')),
    body: new Uint8Array(await buffer(stream)),
  };
}

/** Sends a request over a connection that agreed on HTTP/2, and closes the connection. */
export async function exchangeByHttp2(request: OutgoingRequest, socket: TLSSocket): Promise<ReceivedAnswer> {
  const session = sessionOn(socket, request.url);
  try {
    return await requestOn(session, request);
  } finally {
    session.destroy();
  }
}

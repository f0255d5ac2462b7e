import { once } from 'node:events';
import http2, { type ClientHttp2Session } from 'node:http2';
import { buffer } from 'node:stream/consumers';
import tls, { type TLSSocket } from 'node:tls';
import { toHeadersObject } from '../client.ts';
import { fieldsOfRaw, valuesOf } from '../fields.ts';
import type { Answer, Exchange } from './exchange.ts';

/** A new connection to an origin, and on it the best version of HTTP that the origin offers. */
export async function negotiate({ hostname, port }: URL, signal: AbortSignal): Promise<TLSSocket> {
  const socket = tls.connect({
    host: hostname,
    port: Number(port || 443),
    servername: hostname,
    ALPNProtocols: ['h2', 'http/1.1'],
  });
  // A server may reset a connection that nobody needs any more; who still does is told by the request.
  socket.on('error', () => {});
  await once(socket, 'secureConnect', { signal });
  return socket;
}

/** RFC 9113 section 8.2.2, and Host, which `:authority` replaces. */
const belongsToHttp1 = /^(connection|host|keep-alive|proxy-connection|transfer-encoding|upgrade)$/i;

/** Sends a request on a session and reads the whole answer. */
export async function requestOn(session: ClientHttp2Session, { method, url, headers, body }: Exchange): Promise<Answer> {
  const fields = toHeadersObject(headers.filter(([name]) => !belongsToHttp1.test(name)));
  const [authority = url.host] = valuesOf(headers, 'host');
  const length = body && { 'content-length': String(body.length) };
  const stream = session.request(
    { ...fields, ...length, ':method': method, ':authority': authority, ':path': url.pathname + url.search },
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

/** Sends a request over a connection that agreed on HTTP/2, and ends the connection. */
export async function exchangeByHttp2(request: Exchange, socket: TLSSocket): Promise<Answer> {
  const session = http2.connect(request.url, { createConnection: () => socket }).on('error', () => {});
  try {
    return await requestOn(session, request);
  } finally {
    session.destroy();
  }
}

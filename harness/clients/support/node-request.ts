import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { Readable, type Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import { type CallOptions, type ClientRequest, toHeadersObject, unwatched } from '../../adapter/index.ts';

/** `request` of `node:http`, or of a package with the same interface. */
export type RequestFunction = (url: string, options: object, onResponse: (response: IncomingMessage) => void) => Writable;

/** The modules for both schemes. */
interface Modules {
  readonly http: { readonly request: RequestFunction };
  readonly https: { readonly request: RequestFunction };
}

/** The modules of Node.js, which follow no redirect. */
export const nodeModules: Modules = { http, https };

/** The fields as a caller writes them: the documentation tells to state the length of a body that is known. */
function toHeaders({ headers, headerShape, body }: ClientRequest): object {
  const isStated = !(body instanceof Uint8Array) || headers.some(([name]) => name.toLowerCase() === 'content-length');
  const all = isStated ? headers : [...headers, ['Content-Length', String(body.length)] as const];
  return headerShape === 'list' ? all.flat() : toHeadersObject(all);
}

/** The options that `node:http` has for what a call asks. */
export const nodeOptions = ({ method, auth, unixSocket, clientCertificate, ...request }: ClientRequest): object => ({
  method,
  headers: toHeaders({ method, ...request }),
  ...(auth && { auth: `${auth.username}:${auth.password}` }),
  ...(unixSocket && { socketPath: unixSocket }),
  ...clientCertificate,
});

function sendBody(request: Writable, body: ClientRequest['body']): void {
  if (!(body instanceof ReadableStream)) return void request.end(body);
  Readable.fromWeb(body as NodeStream)
    .on('error', (error) => request.destroy(error))
    .pipe(request);
}

/** A response of `node:http`, and its whole body. */
interface WithBody<Response extends IncomingMessage> {
  readonly response: Response;
  readonly body: Uint8Array;
}

/** Makes a request by callbacks, as the documentation of `node:http` shows it. */
export async function requestByCallback<Response extends IncomingMessage>(
  { http: plain, https: secure }: Modules,
  { url, body }: ClientRequest,
  options: object,
  { signal, given = unwatched }: CallOptions,
): Promise<WithBody<Response>> {
  const { request } = url.startsWith('https:') ? secure : plain;
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const sent = request(url, given({ ...options, signal }), resolve);
    sent.on('error', reject);
    sendBody(sent, body);
  });
  return { response: response as Response, body: await buffer(response) };
}

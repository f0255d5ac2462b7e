import type { Agent, IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import { type ClientRequest, type ClientSession, defineClient, fieldsOf, toHeadersObject, unwatched } from '../adapter/index.ts';
import { foreignPackage } from './support/foreign-package.ts';
import { versionOf } from './support/version.ts';

interface Wreck {
  request(method: string, url: string, options: object): Promise<IncomingMessage>;
}

const wreck = await foreignPackage<Wreck>('@hapi/wreck');

/** It follows redirects only up to a limit of the caller. */
const LIMIT = 10;

type Next = (error?: unknown) => void;

/** A hook that fails hands its error to `next`. */
const toBeforeRedirect =
  (onRedirect: NonNullable<ClientRequest['onRedirect']>, start: string) =>
  (_method: string, status: number, location: string, _fields: object, options: { headers: object }, next: Next): void => {
    try {
      Object.assign(options.headers, toHeadersObject(onRedirect({ status, url: start })));
      next();
    } catch (error) {
      next(error);
    }
    start = location;
  };

const optionsFor = ({ headers, body, redirect, maxRedirects = LIMIT, maxBytes, unixSocket, onRedirect, url }: ClientRequest) => ({
  headers: toHeadersObject(headers),
  ...(body instanceof ReadableStream && { payload: Readable.fromWeb(body as NodeStream) }),
  ...(body instanceof Uint8Array && { payload: Buffer.from(body) }),
  redirects: redirect === 'manual' ? false : maxRedirects,
  ...(maxBytes !== undefined && { maxBytes }),
  ...(unixSocket && { socketPath: unixSocket }),
  ...(onRedirect && { beforeRedirect: toBeforeRedirect(onRedirect, url) }),
});

const sendingBy = (configured: { readonly agent?: Agent } = {}): ClientSession => ({
  async send(request, { given = unwatched }) {
    const response = await wreck.request(request.method, request.url, given({ ...configured, ...optionsFor(request) }));
    const body = new Uint8Array(await buffer(response));
    return { status: response.statusCode ?? 0, headers: fieldsOf(response.headers), body };
  },
});

export default defineClient({
  name: 'hapi-wreck',
  version: versionOf('@hapi/wreck'),
  capabilities: ['manual', 'max-redirects', 'stream-body', 'unix-socket', 'on-redirect', 'callers-objects'],
  ...sendingBy(),
});

import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import type { Capability } from '../../suites/vocabulary/capability.ts';
import { capabilitiesOf, type Learned } from './capabilities-of.ts';
import type { Client, ClientRequest, InstanceName, TokenProvider } from './client.ts';
import { fieldsOf, toHeadersObject, unwatched } from './fields.ts';

/** As much of a got instance as the adapter uses. */
type GotLike = (url: string, options: object) => PromiseLike<unknown>;

interface GotResponse {
  statusCode: number;
  headers: object;
  rawBody: Uint8Array;
  url: string;
  redirectUrls: readonly unknown[];
}

/** got has an option for the fields of a form; of a Blob its caller would send the bytes. */
async function bodyOptions({ body, form }: Pick<ClientRequest, 'body' | 'form'>): Promise<object> {
  if (form instanceof URLSearchParams) return { form: Object.fromEntries(form) };
  if (form instanceof Blob) return { body: new Uint8Array(await form.arrayBuffer()) };
  if (form) return { body: form };
  if (body instanceof ReadableStream) return { body: Readable.fromWeb(body as NodeStream) };
  // Before version 13, got took bytes only as a Buffer.
  return { body: body && Buffer.from(body) };
}

const toHook =
  (onRedirect: NonNullable<ClientRequest['onRedirect']>) =>
  (options: { headers: object }, { statusCode, url }: Pick<GotResponse, 'statusCode' | 'url'>): void => {
    Object.assign(options.headers, toHeadersObject(onRedirect({ status: statusCode, url })));
  };

/** got calls this before each request, redirected ones too. */
const toTokenHook =
  (tokenProvider: TokenProvider) =>
  ({ url, headers }: { url: URL; headers: Record<string, unknown> }): void => {
    const token = tokenProvider(url.href);
    if (token !== undefined) headers['authorization'] = token;
  };

const always: readonly Capability[] = [
  'manual',
  'max-redirects',
  'stream-body',
  'auth',
  'query',
  'on-redirect',
  'token-provider',
  'rewrite-methods',
  'client-certificate',
  'callers-objects',
];

/**
 * Before version 12, a caller ended a call by `cancel`, and made forms with a package. Before version 16, http2-wrapper
 * compared the port of the URL with that of the socket, which the harness maps to another one.
 */
const learned: Learned = [
  ['abort', '12.0.0'],
  ['form', '12.0.0'],
  ['http2', '16.0.0'],
];

/** An adapter for an instance of got, from 11 on. Every status is returned as a response: how got reports it is not about redirects. */
export function fromGot(instance: GotLike, { name = 'got', version = 'unknown' }: InstanceName = {}): Client {
  return {
    name,
    version,
    capabilities: capabilitiesOf(version, always, learned, '16.0.0'),
    async send(
      {
        url,
        method,
        headers,
        auth,
        tokenProvider,
        query,
        redirect,
        maxRedirects,
        onRedirect,
        rewriteMethods,
        clientCertificate,
        http2,
        ...request
      },
      { signal, given = unwatched },
    ) {
      const response = (await instance(
        url,
        given({
          method,
          headers: { ...(request.form instanceof Blob && { 'Content-Type': request.form.type }), ...toHeadersObject(headers) },
          ...(await bodyOptions(request)),
          ...auth,
          ...(query && { searchParams: Object.fromEntries(query) }),
          ...(redirect === 'manual' && { followRedirect: false }),
          ...(maxRedirects !== undefined && { maxRedirects }),
          ...(clientCertificate && { https: { certificate: clientCertificate.cert, key: clientCertificate.key } }),
          ...(http2 && { http2 }),
          ...(rewriteMethods !== undefined && { methodRewriting: rewriteMethods }),
          hooks: {
            beforeRequest: tokenProvider ? [toTokenHook(tokenProvider)] : [],
            beforeRedirect: onRedirect ? [toHook(onRedirect)] : [],
          },
          responseType: 'buffer',
          throwHttpErrors: false,
          signal,
        }),
      )) as GotResponse;
      return {
        status: response.statusCode,
        headers: fieldsOf(response.headers),
        body: new Uint8Array(response.rawBody),
        url: response.url,
        redirected: response.redirectUrls.length > 0,
      };
    },
  };
}

import { Agent } from 'node:https';
import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import type { Capability } from '../../suites/vocabulary/capability.ts';
import { capabilitiesOf, type Learned } from './capabilities-of.ts';
import type { Client, ClientRequest, InstanceName } from './client.ts';
import { fieldsOf, toHeadersObject, unwatched } from './fields.ts';

/** As much of an axios instance as the adapter uses, so that any version from 0.19 on fits. */
interface AxiosLike {
  request(config: object): Promise<{ status: number; headers: object; data: unknown; request?: unknown }>;
}

const toData = ({ body, form }: Pick<ClientRequest, 'body' | 'form'>): unknown =>
  form ?? (body instanceof Uint8Array ? Buffer.from(body) : body && Readable.fromWeb(body as NodeStream));

type Hook = (options: { headers: object; href: string }, response?: { statusCode: number }, request?: { url: string }) => void;

/**
 * Versions that do not pass the URL of the redirect to the hook follow one redirect after the other: it is the URL of the
 * request before. Before 1.6.6 the hook was not told the status either.
 */
function toBeforeRedirect(onRedirect: NonNullable<ClientRequest['onRedirect']>, start: string): Hook {
  let current = start;
  return (options, response, request) => {
    const { url } = request ?? { url: current };
    current = options.href;
    Object.assign(options.headers, toHeadersObject(onRedirect({ status: response?.statusCode ?? 0, url })));
  };
}

const always: readonly Capability[] = [
  'manual',
  'max-redirects',
  'stream-body',
  'auth',
  'query',
  'max-bytes',
  'max-request-bytes',
  'unix-socket',
  'client-certificate',
  'callers-objects',
];

const learned: Learned = [
  ['abort', '0.22.0'],
  ['form', '1.3.0'],
  ['on-redirect', '1.0.0'],
  ['sensitive-headers', '1.18.0'],
];

/** An adapter for an instance of axios, from 0.19 on. Every status is returned as a response: how axios reports it is not about redirects. */
export function fromAxios(instance: AxiosLike, { name = 'axios', version = 'unknown' }: InstanceName = {}): Client {
  return {
    name,
    version,
    // Of an unknown version, only what every version 1 can do.
    capabilities: capabilitiesOf(version, always, learned, '1.0.0'),
    async send(
      {
        url,
        method,
        headers,
        auth,
        query,
        redirect,
        sensitiveHeaders,
        maxBytes,
        maxRequestBytes,
        unixSocket,
        clientCertificate,
        ...request
      },
      { signal, given = unwatched },
    ) {
      const maxRedirects = redirect === 'manual' ? 0 : request.maxRedirects;
      const response = await instance.request(
        given({
          url,
          method,
          headers: toHeadersObject(headers),
          data: toData(request),
          ...(auth && { auth }),
          ...(query && { params: Object.fromEntries(query) }),
          responseType: 'arraybuffer',
          validateStatus: () => true,
          signal,
          ...(maxRedirects !== undefined && { maxRedirects }),
          ...(sensitiveHeaders && { sensitiveHeaders }),
          ...(request.onRedirect && { beforeRedirect: toBeforeRedirect(request.onRedirect, url) }),
          ...(clientCertificate && { httpsAgent: new Agent(clientCertificate) }),
          ...(unixSocket && { socketPath: unixSocket }),
          ...(maxBytes !== undefined && { maxContentLength: maxBytes }),
          ...(maxRequestBytes !== undefined && { maxBodyLength: maxRequestBytes }),
        }),
      );
      const { res } = (response.request ?? {}) as { res?: { responseUrl?: string } };
      return {
        status: response.status,
        headers: fieldsOf(response.headers),
        body: new Uint8Array(response.data as ArrayBuffer),
        ...(res?.responseUrl !== undefined && { url: res.responseUrl }),
      };
    },
  };
}

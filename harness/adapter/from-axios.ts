import { Agent } from 'node:https';
import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import type { Capability } from '../../suites/vocabulary/capability.ts';
import type { Client, ClientRequest, InstanceName } from './client.ts';
import { fieldsOf, toHeadersObject, unwatched } from './fields.ts';

/** As much of an axios instance as the adapter uses, so that any version from 0.21 on fits. */
interface AxiosLike {
  request(config: object): Promise<{ status: number; headers: object; data: unknown; request?: unknown }>;
}

const toData = ({ body, form }: Pick<ClientRequest, 'body' | 'form'>): unknown =>
  form ?? (body instanceof Uint8Array ? Buffer.from(body) : body && Readable.fromWeb(body as NodeStream));

type Hook = (options: { headers: object; href: string }, response: { statusCode: number }, request?: { url: string }) => void;

/** Versions that do not pass the URL of the redirect to the hook follow one redirect after the other: it is the URL of the request before. */
function toBeforeRedirect(onRedirect: NonNullable<ClientRequest['onRedirect']>, start: string): Hook {
  let current = start;
  return (options, { statusCode }, request) => {
    const { url } = request ?? { url: current };
    current = options.href;
    Object.assign(options.headers, toHeadersObject(onRedirect({ status: statusCode, url })));
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

/** What axios learned, and in which version. `beforeRedirect` had no status before. */
const since: readonly (readonly [capability: Capability, version: string])[] = [
  ['abort', '0.22.0'],
  ['form', '1.3.0'],
  ['on-redirect', '1.6.6'],
  ['sensitive-headers', '1.18.0'],
];

/** Whether a version is at least another one. */
function isSince(version: string, first: string): boolean {
  const numbers = version.split(/[.-]/).map(Number);
  const least = first.split('.').map(Number);
  const differs = least.findIndex((number, index) => number !== numbers[index]);
  return differs === -1 || (numbers[differs] ?? 0) > (least[differs] ?? 0);
}

/** What a version of axios can do; an unknown one, only what every version 1 can. */
function capabilitiesOf(version: string): readonly Capability[] {
  const known = /^\d+\.\d+\.\d+/.test(version) ? version : '1.0.0';
  return [...always, ...since.filter(([, first]) => isSince(known, first)).map(([capability]) => capability)];
}

/** An adapter for an instance of axios, from 0.21 on. Every status is returned as a response: how axios reports it is not about redirects. */
export function fromAxios(instance: AxiosLike, { name = 'axios', version = 'unknown' }: InstanceName = {}): Client {
  return {
    name,
    version,
    capabilities: capabilitiesOf(version),
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

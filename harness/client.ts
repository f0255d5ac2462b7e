import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import type { ErrorClass, HistoryEntry } from '../suites/vocabulary/observation.ts';
import type { Capability, HeaderFields } from '../suites/vocabulary/scenario.ts';

/** What a call asks of the client. The objects are fresh for each call and belong to the adapter. */
export interface ClientRequest {
  method: string;
  /** Absolute URL. */
  url: string;
  /** Field names and values in order; a name may repeat. */
  headers: [name: string, value: string][];
  /** A stream only with the capability `stream-body`. */
  body: Uint8Array | ReadableStream<Uint8Array> | undefined;
  /** Only with the capability `manual` or `error-mode`; absent means the client's default. */
  redirect?: 'manual' | 'error';
  /** Credentials for HTTP Basic; only with the capability `auth`. */
  auth?: { username: string; password: string };
  /** How many redirects to follow at most; only with the capability `max-redirects`. */
  maxRedirects?: number;
}

/** What the caller of the client gets. A field the client does not have stays absent. */
export interface ClientResponse {
  /** 0 is legal: an opaque response. */
  status: number;
  /** Duplicates apart, in order. */
  headers: readonly (readonly [name: string, value: string])[];
  /** After the client's own content decoding. */
  body: Uint8Array;
  /** The final URL. */
  url?: string;
  redirected?: boolean;
  /** One entry per redirect followed, oldest first. */
  history?: readonly HistoryEntry[];
}

export interface CallOptions {
  /** Aborts when the harness gives up; to be handed to the client. */
  signal: AbortSignal;
}

export type Send = (request: ClientRequest, options: CallOptions) => Promise<ClientResponse>;

/** One scenario's worth of a client with state: a cookie jar, a cache, an agent. */
export interface ClientSession {
  send: Send;
  close?(): void | Promise<void>;
}

/** An HTTP client as the suite drives it. */
export interface Client {
  name: string;
  version: string;
  capabilities?: readonly Capability[];
  /** Sends one request and follows redirects as the client does by default. Throws what the client throws. */
  send: Send;
  /** Called once per scenario instead of `send`, for clients that keep state between calls. */
  open?(scenario: string): ClientSession | Promise<ClientSession>;
  /** The client's own word on what an error is, where name, code and message do not tell. */
  errors?: Partial<Record<ErrorClass, (error: unknown) => boolean>>;
}

/** Types an adapter; the object itself is returned unchanged. */
export function defineClient(client: Client): Client {
  return client;
}

/** A function with the interface of the Fetch Standard, as far as the suite uses it. */
export type FetchLike = (url: string, init: RequestInit & { duplex?: 'half' }) => Promise<FetchResponse>;

type FetchResponse = Pick<Response, 'status' | 'arrayBuffer' | 'url' | 'redirected'> & { headers: Iterable<[string, string]> };

/** An adapter for anything with the interface of the Fetch Standard. */
export function fromFetch(name: string, version: string, fetchLike: FetchLike): Client {
  return {
    name,
    version,
    capabilities: ['manual', 'error-mode', 'stream-body'],
    async send({ url, method, headers, body, redirect }, { signal }) {
      const response = await fetchLike(url, {
        method,
        headers,
        signal,
        ...(body && { body: body as BodyInit, duplex: 'half' as const }),
        ...(redirect && { redirect }),
      });
      return {
        status: response.status,
        headers: [...response.headers],
        body: new Uint8Array(await response.arrayBuffer()),
        url: response.url,
        redirected: response.redirected,
      };
    },
  };
}

interface Identity {
  name?: string;
  version?: string;
}

/** As much of an axios instance as the adapter uses, so that any version of axios fits. */
interface AxiosLike {
  request(config: object): Promise<{ status: number; headers: object; data: unknown; request?: unknown }>;
}

/** As much of a got instance as the adapter uses. */
type GotLike = (url: string, options: object) => PromiseLike<unknown>;

interface GotResponse {
  statusCode: number;
  headers: object;
  rawBody: Uint8Array;
  url: string;
  redirectUrls: readonly unknown[];
}

/** An adapter for an instance of axios. Every status is handed over as a response: how axios reports it is not about redirects. */
export function fromAxios(instance: AxiosLike, { name = 'axios', version = 'unknown' }: Identity = {}): Client {
  return {
    name,
    version,
    capabilities: ['manual', 'max-redirects', 'stream-body', 'auth'],
    async send({ url, method, headers, body, auth, redirect, maxRedirects = redirect === 'manual' ? 0 : undefined }, { signal }) {
      const response = await instance.request({
        url,
        method,
        headers: toHeadersObject(headers),
        data: body instanceof Uint8Array ? Buffer.from(body) : body && Readable.fromWeb(body as NodeStream),
        ...(auth && { auth }),
        responseType: 'arraybuffer',
        validateStatus: () => true,
        signal,
        ...(maxRedirects !== undefined && { maxRedirects }),
      });
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

/** An adapter for an instance of got. Every status is handed over as a response: how got reports it is not about redirects. */
export function fromGot(instance: GotLike, { name = 'got', version = 'unknown' }: Identity = {}): Client {
  return {
    name,
    version,
    capabilities: ['manual', 'max-redirects', 'stream-body', 'auth'],
    async send({ url, method, headers, body, auth, redirect, maxRedirects }, { signal }) {
      const response = (await instance(url, {
        method,
        headers: toHeadersObject(headers),
        ...(body && { body: body instanceof Uint8Array ? body : Readable.fromWeb(body as NodeStream) }),
        ...auth,
        ...(redirect === 'manual' && { followRedirect: false }),
        ...(maxRedirects !== undefined && { maxRedirects }),
        responseType: 'buffer',
        throwHttpErrors: false,
        signal,
      })) as GotResponse;
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

/** Header fields from an object whose values may be lists, as Node.js clients hold them. */
export function fieldsOf(headers: Readonly<object>): [name: string, value: string][] {
  return Object.entries(headers).flatMap(([name, values]) =>
    [values]
      .flat()
      .filter((value) => value !== undefined)
      .map((value): [string, string] => [name, String(value)]),
  );
}

/** Header fields as an object; a repeated name becomes a list. */
export function toHeadersObject(fields: HeaderFields): Record<string, string | string[]> {
  const object: Record<string, string | string[]> = {};
  for (const [name, value] of fields) {
    const before = object[name];
    object[name] = before === undefined ? value : [before, value].flat();
  }
  return object;
}

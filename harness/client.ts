import type { ErrorClass, HistoryEntry } from '../suites/vocabulary/observation.ts';
import type { Capability, HeaderShape } from '../suites/vocabulary/scenario.ts';

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
  /** Instead of `body`, for the client to make bytes and Content-Type of; only with the capability `form`. */
  form?: FormData | URLSearchParams | Blob;
  /** The form in which to hand the fields over to the client; only with `header-shape`. */
  headerShape?: HeaderShape;
  /** Names of fields that must stay at their origin, that is scheme, host and port, beside those that the client knows itself; only with `sensitive-headers`. */
  sensitiveHeaders?: string[];
  /**
   * To be called before each redirect is followed. Returns fields to add to the next request; what it throws ends
   * the chain, and the signal may be aborted inside it. Only with `on-redirect`.
   */
  onRedirect?: (redirect: { status: number; url: string }) => [name: string, value: string][];
  /** Open the URL through this API instead, and give back what its first message tells; only with the capability of that name. */
  through?: 'event-source' | 'websocket';
  /** Whether 301 and 302 turn POST into GET; only with `rewrite-methods`. */
  rewriteMethods?: boolean;
  /** How many bytes the body of the response may have; only with `max-bytes`. */
  maxBytes?: number;
  /** Speak HTTP/2 where the origin offers it; only with the capability `http2`. */
  http2?: true;
  /** The forward proxies that every request goes through; only with the capability `proxy`. */
  proxy?: ProxySettings;
}

/** Proxies by the scheme of the URL that is asked for, as URLs; each may hold user name and password. */
export interface ProxySettings {
  http: string;
  https: string;
  /** Hosts that are reached directly, on every port. */
  bypass: readonly string[];
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

/** What a scenario asks of a client with state. */
export interface ScenarioNeeds {
  id: string;
  /** The capabilities it uses; whatever else the client can do stays at its default. */
  needs: readonly Capability[];
}

/**
 * One scenario's worth of a client with state: a cookie jar (`cookie-jar`), a cache (`cache`), or an agent that
 * allows one connection to each origin (`agent`).
 */
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
  open?(scenario: ScenarioNeeds): ClientSession | Promise<ClientSession>;
  /** The client's own word on what an error is, where name, code and message do not tell. */
  errors?: Partial<Record<ErrorClass, (error: unknown) => boolean>>;
}

/** Types an adapter; the object itself is returned unchanged. */
export function defineClient(client: Client): Client {
  return client;
}

/** Name and version of an adapter made from an instance. */
export interface Identity {
  name?: string;
  version?: string;
}

export { toEnvironment } from './environment.ts';
export { fieldsOf, inShape, toHeadersObject } from './fields.ts';
export { fromAxios } from './from-axios.ts';
export { fromFetch, type FetchLike } from './from-fetch.ts';
export { fromGot } from './from-got.ts';

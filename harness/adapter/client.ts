import type { Call } from '../../suites/vocabulary/call.ts';
import type { Capability } from '../../suites/vocabulary/capability.ts';
import type { ErrorClass } from '../../suites/vocabulary/error-class.ts';
import type { HistoryEntry } from '../../suites/vocabulary/observation.ts';
import type { PageKind } from '../../suites/vocabulary/page.ts';

/** The parts of a call that an adapter gets in another form than a scenario writes them. */
type Converted =
  | 'method'
  | 'url'
  | 'headers'
  | 'userinfo'
  | 'body'
  | 'auth'
  | 'tokenProvider'
  | 'cookies'
  | 'query'
  | 'form'
  | 'sensitiveHeaders'
  | 'onRedirect'
  | 'proxy'
  | 'socksProxy'
  | 'unixSocket'
  | 'clientCertificate'
  | 'abort';

/**
 * What a call asks of the client. The objects are new for each call and belong to the adapter. Everything but method,
 * url, headers and body is there only if the adapter declares the capability for it: docs/adapters.md has the table.
 */
export interface ClientRequest extends Omit<Call, Converted> {
  method: string;
  /** Absolute URL. */
  url: string;
  /** Field names and values in order; a name may repeat. */
  headers: [name: string, value: string][];
  /** A stream only with the capability `stream-body`. */
  body: Uint8Array | ReadableStream<Uint8Array> | undefined;
  /** Credentials for HTTP Basic; only with the capability `auth`. */
  auth?: { username: string; password: string };
  /**
   * A function of the caller, to be asked before each request, for a value for Authorization. It returns undefined for an
   * origin that it knows nothing for. Only with the capability `token-provider`.
   */
  tokenProvider?: TokenProvider;
  /** Cookies of the host of `url`; only with the capability `cookies`. */
  cookies?: [name: string, value: string][];
  /** Names and values to add to the query of `url`; only with the capability `query`. */
  query?: [name: string, value: string][];
  /** To send instead of `body`; only with the capability `form`. */
  form?: FormData | URLSearchParams | Blob;
  /** Names of fields that must stay at their origin; only with `sensitive-headers`. */
  sensitiveHeaders?: string[];
  /**
   * To call before each redirect is followed. Returns fields to add to the next request; an exception ends the chain,
   * and the signal may be aborted inside it. Only with `on-redirect`.
   */
  onRedirect?: (redirect: { status: number; url: string }) => [name: string, value: string][];
  /** The forward proxies that every request goes through; only with the capability `proxy`. */
  proxy?: ProxySettings;
  /** The URL of the SOCKS5 proxy that every connection goes through, with user name and password if it has any; only with `socks-proxy`. */
  socksProxy?: string;
  /** The path of a unix socket to connect to, instead of the host and port of the URL; only with `unix-socket`. */
  unixSocket?: string;
  /** A certificate of the caller and its key, as PEM; only with `client-certificate`. */
  clientCertificate?: ClientCertificate;
}

/** Returns a value for Authorization at the origin of a URL. */
export type TokenProvider = (url: string) => string | undefined;

/** A certificate and its key, as PEM. */
export interface ClientCertificate {
  readonly cert: string;
  readonly key: string;
}

/** Proxies by the scheme of the requested URL, as URLs; each may hold user name and password. */
export interface ProxySettings {
  readonly http: string;
  /** Only with the capability `http-proxy-only` it may be absent; https URLs are requested directly then. */
  readonly https?: string;
  /** Hosts that are reached directly, on every port. */
  readonly bypass: readonly string[];
}

/** What the caller of the client gets. Leave out a field that the client does not have. */
export interface ClientResponse {
  /** 0 is legal: an opaque response. */
  status: number;
  /** Repeated fields stay separate, in order. */
  headers: readonly (readonly [name: string, value: string])[];
  /** After the client's own content decoding. */
  body: Uint8Array;
  /** The final URL. */
  url?: string;
  redirected?: boolean;
  /** One entry for each redirect followed, oldest first. */
  history?: readonly HistoryEntry[];
}

export interface CallOptions {
  /** Aborts when the caller or the harness ends the call; to be passed to the client. */
  signal: AbortSignal;
  /**
   * Returns an object unchanged, and remembers what it holds: the driver reports whether the client has changed it by the
   * end of the call. For objects that a caller would pass to the client. Absent where nobody asks.
   */
  given?: <Value extends object>(value: Value) => Value;
}

export type Send = (request: ClientRequest, options: CallOptions) => Promise<ClientResponse>;

/** What a scenario asks of a client with state. */
export interface ScenarioNeeds {
  id: string;
  /** The capabilities it uses; everything else that the client can do stays at its default. */
  needs: readonly Capability[];
  /** The root certificate of the run, as PEM. A client that is given certificates of its own has to be given this one too. */
  ca: string;
  /** Every host of it. A client that cannot forget everything may keep its state as long as it knows nothing of these. */
  hosts: readonly string[];
}

/**
 * A client with state, for one scenario: a cookie jar (`cookie-jar`), a cache (`cache`), or an agent that allows one
 * connection to each origin (`agent`).
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
  /** The only methods that the client can send. Empty if it has only the APIs of `through`. Default: all. */
  methods?: readonly string[];
  /** Whether the client follows redirects by default. Without it, the harness finds out. */
  follows?: boolean;
  /** Set for a page of a browser: what scenarios cannot ask of it is n/a, and origins allow it to ask (CORS). */
  page?: PageKind;
  /** Sends one request and follows redirects as the client does by default. Throws what the client throws. */
  send: Send;
  /** Called once per scenario instead of `send`, for clients that keep state between calls. */
  open?(scenario: ScenarioNeeds): ClientSession | Promise<ClientSession>;
  /** Classifies errors of the client whose name, code and message do not say what they are. */
  errors?: Partial<Record<ErrorClass, (error: unknown) => boolean>>;
}

/** Types an adapter; returns the object unchanged. */
export function defineClient(client: Client): Client {
  return client;
}

/** Name and version of an adapter made from an instance. */
export interface InstanceName {
  name?: string;
  version?: string;
}

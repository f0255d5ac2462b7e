import type { OriginName, Place, ProxyName } from './origin.ts';
import type { HeaderFields } from './scenario.ts';

/** Bytes as they are kept: text where they are UTF-8, base64 where not, length and digest above a few kB. */
export type Bytes =
  | { readonly length: number; readonly text: string }
  | { readonly length: number; readonly base64: string }
  | { readonly length: number; readonly sha256: string };

/** How a request came that did not come directly. */
export interface Via {
  readonly proxy: ProxyName;
  /** In a tunnel, into which the proxy does not see; else the proxy was told the whole URL, and read every byte. */
  readonly tunnel: boolean;
}

/** One request as a server saw it, in order of arrival. */
export interface RecordedRequest {
  /** The origin it was addressed to: server and scheme, not the Host field. */
  readonly origin: OriginName;
  /** Which connection of the scenario it came on, from 1; `null` where the transport has none, and where calls made at once shared them by chance. */
  readonly connection: number | null;
  /** The version of HTTP that the connection spoke; `null` where the transport has none. */
  readonly httpVersion: '1.1' | '2' | null;
  /** Request line and header section as received, with the empty line; Latin-1. `null` over HTTP/2, and where the transport shows no bytes. */
  readonly head: string | null;
  readonly method: string;
  /** Of a request that named its whole URL to a proxy only path and query; `head` has the URL. */
  readonly target: string;
  readonly via?: Via;
  /** The origin that a CONNECT asks a tunnel to. */
  readonly tunnelTo?: OriginName;
  /** Over HTTP/2 without the pseudo-header fields, but for `:authority`, which stands here as Host. */
  readonly headers: HeaderFields;
  readonly body: Bytes;
  /** False if the body announced in the head never came whole. */
  readonly complete: boolean;
  /** The name that the client gave in its TLS handshake (SNI); absent without TLS, and where it gave none. */
  readonly serverName?: string;
  /** The route that answered, and which of its cases; absent for a path that nobody serves, and for a request that got no answer. */
  readonly answeredBy?: { readonly place: Place; readonly case: number };
}

/** The kinds of error the harness tells apart, whatever a client calls them. */
export const errorClasses = [
  'too-many-redirects',
  'redirect-loop',
  'redirect-refused',
  'invalid-location',
  'unsupported-scheme',
  'body-not-replayable',
  'aborted',
  'timeout',
  'tls',
  'connection',
  'blocked-address',
  'other',
] as const;
export type ErrorClass = (typeof errorClasses)[number];

/** An error as the client threw it, without its stack. */
export interface ThrownError {
  readonly name: string;
  readonly message: string;
  readonly code?: string;
  readonly cause?: ThrownError;
}

/** A redirect as the client itself tells of it; `url` is the URL that answered with it. */
export interface HistoryEntry {
  readonly status: number;
  readonly url: string;
  readonly headers?: HeaderFields;
}

/** What the caller of the client got: exactly one of these per call. */
export type Outcome =
  | {
      readonly kind: 'response';
      readonly status: number;
      readonly headers: HeaderFields;
      readonly body: Bytes;
      readonly url?: string;
      readonly redirected?: boolean;
      readonly history?: readonly HistoryEntry[];
    }
  | { readonly kind: 'error'; readonly class: ErrorClass; readonly error: ThrownError }
  /** Something was thrown that is not an Error; `thrown` says what. */
  | { readonly kind: 'non-error'; readonly thrown: string }
  | { readonly kind: 'hung' }
  /** The client's process ended or would have: `exited with code 0`, `uncaught exception: …`. */
  | { readonly kind: 'crashed'; readonly how: string };

/** A redirect as a client tells it to a function of the caller. */
export interface ToldRedirect {
  /** The call, from 1. */
  readonly call: number;
  readonly status: number;
  /** The URL that answered with it. */
  readonly url: string;
}

/** Everything seen while one scenario ran against one client. */
export interface Observation {
  readonly requests: readonly RecordedRequest[];
  readonly outcomes: readonly Outcome[];
  /** Addresses outside the scenario that the client tried to reach, as `host:port`. */
  readonly blocked: readonly string[];
  /** The redirects that the client told its caller of, before it followed them; only where a call asks. */
  readonly told?: readonly ToldRedirect[];
  /** How many connections were still open when the last call had settled, by origin; only looked at where a scenario asks, and left out where they are two or fewer, which is nobody's loss and may be chance. */
  readonly leftOpen?: Readonly<Partial<Record<OriginName, number>>>;
  /** Whether the process of the client could end after the last call; only looked at where a scenario asks. */
  readonly exit?: 'ends' | 'stays';
}

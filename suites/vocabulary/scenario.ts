import type { Check } from './check.ts';
import type { OriginName, PathPlace, Place, ProxyName, TunnelPlace } from './origin.ts';

/** Header fields in order; a name may repeat. */
export type HeaderFields = readonly (readonly [name: string, value: string])[];

/** The forms in which a caller may hand over the fields of a request. */
export const headerShapes = ['object', 'map', 'headers'] as const;
export type HeaderShape = (typeof headerShapes)[number];

/** What an adapter may declare to be able to do; a scenario that asks for more is n/a for it. */
export const capabilities = [
  'manual',
  'error-mode',
  'max-redirects',
  'stream-body',
  'auth',
  'header-shape',
  'sensitive-headers',
  'cookie-jar',
  'cache',
  'proxy',
  'agent',
  'unix-socket',
  'http2',
  'on-redirect',
  'form',
  'max-bytes',
  'rewrite-methods',
  'event-source',
  'websocket',
] as const;
export type Capability = (typeof capabilities)[number];

/**
 * Text with placeholders, filled in when the scenario runs: `{other}` is an origin (`http://other-<label>.test`),
 * `{other.host}` its host name, `{secret:cookie}` a planted secret.
 */
export type Template = string;

/** A long text, told shortly. */
export interface Repeated {
  readonly repeat: string;
  readonly times: number;
}

/** A text that may be told shortly, in full; nothing is the empty one. */
export const inFull = (text: string | Repeated = ''): string =>
  typeof text === 'string' ? text : text.repeat.repeat(text.times);

/** The parts of a body that is handed over as a stream which can be read once. */
export interface Streamed {
  readonly stream: readonly string[];
}

export const isStreamed = (body: NonNullable<Call['body']>): body is Streamed => typeof body === 'object' && 'stream' in body;

/** When an answer goes out, unless that is once the request has come whole. */
interface Timed {
  /** `before the body`: as soon as the header section has come, and no 100 is sent. `after the call`: once the call has settled, for a client that does not know yet that nobody waits any more. */
  readonly sent?: 'before the body' | 'after the call';
}

/** An answer built for the server: it adds the framing, and nothing else. */
export interface Response extends Timed {
  readonly status: number;
  /** Reason phrase; the registered one unless given. */
  readonly reason?: string;
  /** The Location field, for the usual targets. Anything unusual is spelled out in `headers`. */
  readonly location?: Place | `/${string}`;
  readonly headers?: HeaderFields;
  readonly body?: Template | Repeated;
  /**
   * How the end of the body is told; `length` (Content-Length) unless given. HTTP/2 tells it in its own way:
   * there `chunked` means no Content-Length, and `close` a GOAWAY before the answer.
   */
  readonly framing?: 'length' | 'chunked' | 'close';
  /** Fields after the body, which only HTTP/2 and `chunked` have room for. */
  readonly trailers?: HeaderFields;
}

/** An answer in exact bytes, written as Latin-1, after which the connection stays open unless the bytes say otherwise. Bytes that are no whole answer leave the client waiting. */
export interface RawAnswer extends Timed {
  readonly raw: Template;
  /** What the server does after these bytes: `close` ends the connection politely, `reset` by force. */
  readonly ending?: 'close' | 'reset';
}

export type Answer = Response | RawAnswer;

/** When an answer applies: all parts given must hold. `visit` counts the requests at this place from 1. */
export interface Condition {
  readonly visit?: number;
  readonly method?: string;
  readonly header?: { readonly name: string; readonly includes: Template };
}

export interface Case {
  readonly when?: Condition;
  readonly answer: Answer;
}

/** What the server at a place does: always the same answer, or the first case that applies. */
export type Route = Answer | readonly Case[];

export type Routes = { readonly [place: PathPlace]: Route } & { readonly [tunnel in TunnelPlace]?: Route };

/** The cases of a route; an answer that is always the same is one without a condition. */
export const casesOf = (route: Route): readonly Case[] => (Array.isArray(route) ? route : [{ answer: route as Answer }]);

/** A forward proxy that the caller names. */
export interface ProxyUse {
  readonly at: ProxyName;
  /** User name and password inside its URL: `user:password`. */
  readonly userinfo?: Template;
}

/** Which forward proxy requests go through, by the scheme of their URL. */
export interface Proxying {
  readonly http: ProxyUse;
  readonly https: ProxyUse;
  /** The hosts of these origins are reached directly, on every port. */
  readonly bypass?: readonly OriginName[];
}

/** What is handed over as an object of the platform (FormData, URLSearchParams, Blob); the client makes bytes and Content-Type of it. */
export type Form =
  | { readonly as: 'multipart' | 'urlencoded'; readonly fields: readonly (readonly [name: string, value: string])[] }
  | { readonly as: 'blob'; readonly type: string; readonly text: string };

/** What the caller does when the client tells it of a redirect, before that is followed. */
export interface RedirectHook {
  /** Fields to add to the next request. */
  readonly add?: HeaderFields;
  /** The redirect, counted from 1, at which the caller throws. */
  readonly throwAt?: number;
  /** The redirect, counted from 1, at which the caller gives up the call. */
  readonly abortAt?: number;
}

/** When the caller gives up: before it has begun; or as soon as a request came to a place, or the answer there has been sent, and then of its own will, or because its time is over. */
export type Abort =
  | { readonly on: 'start' }
  | { readonly on: { readonly request: Place } | { readonly answer: Place }; readonly reason?: 'timeout' };

/** The k-th thing the caller asks of the client. Everything beside method, url, headers and body needs a capability. */
export interface Call {
  readonly method: string;
  readonly url: Place;
  readonly headers?: HeaderFields;
  /** User name and password inside the URL that the caller gives: `user:password`. */
  readonly userinfo?: Template;
  /** UTF-8 text, handed over as bytes unless it is streamed. */
  readonly body?: string | Repeated | Streamed;
  /** Credentials given by an option of the client instead of a field. */
  readonly auth?: { readonly username: string; readonly password: Template };
  readonly redirect?: 'manual' | 'error';
  readonly maxRedirects?: number;
  /** Made through this API of the platform, which takes a URL and nothing else. */
  readonly through?: 'event-source' | 'websocket';
  /** Instead of `body`. */
  readonly form?: Form;
  /** How the fields are handed over; as the client likes it best unless given. */
  readonly headerShape?: HeaderShape;
  /** Names of fields that the caller wants to stay at their origin. */
  readonly sensitiveHeaders?: readonly string[];
  readonly onRedirect?: RedirectHook;
  /** Whether 301 and 302 turn POST into GET; the default of the client unless given. */
  readonly rewriteMethods?: boolean;
  /** How many bytes the body of the response may have. */
  readonly maxBytes?: number;
  readonly abort?: Abort;
  /** Speak HTTP/2 where the origin offers it. */
  readonly http2?: true;
  readonly proxy?: Proxying;
}

/** One redirect situation: what origins serve, what the caller asks, and which facts are looked at. Pure JSON. */
export interface Scenario {
  /** `suite/name`; never reused, never renamed. */
  readonly id: string;
  readonly title: string;
  readonly routes: Routes;
  readonly calls: readonly Call[];
  /** Whether the calls are made at once instead of one after the other. */
  readonly atOnce?: true;
  /** Capabilities that no field of a call implies, a cookie jar for example. */
  readonly needs?: readonly Capability[];
  /** Origins that no route names, but that must listen, so that a request there is seen. */
  readonly alsoListening?: readonly OriginName[];
  /** Which known behaviours it exercises, by their row in `suites/coverage`. */
  readonly covers?: readonly string[];
  readonly checks: readonly Check[];
}

/** A family of scenarios that a user selects and reads as one. */
export interface Suite {
  readonly id: string;
  readonly title: string;
  readonly scenarios: readonly Scenario[];
}

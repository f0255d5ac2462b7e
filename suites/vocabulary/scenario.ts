import type { Check } from './check.ts';
import type { OriginName, PathPlace, Place, ProxyName, TunnelPlace } from './origin.ts';

/** Header fields in order; a name may repeat. */
export type HeaderFields = readonly (readonly [name: string, value: string])[];

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
] as const;
export type Capability = (typeof capabilities)[number];

/**
 * Text with placeholders, filled in when the scenario runs: `{other}` is an origin (`http://other-<label>.test`),
 * `{other.host}` its host name, `{secret:cookie}` a planted secret.
 */
export type Template = string;

/** An answer built for the server: it adds the framing, and nothing else. */
export interface Response {
  readonly status: number;
  /** Reason phrase; the registered one unless given. */
  readonly reason?: string;
  /** The Location field, for the usual targets. Anything unusual is spelled out in `headers`. */
  readonly location?: Place | `/${string}`;
  readonly headers?: HeaderFields;
  readonly body?: Template;
  /** How the end of the body is told; `length` (Content-Length) unless given. */
  readonly framing?: 'length' | 'chunked' | 'close';
}

/** An answer in exact bytes, written as Latin-1, after which the connection stays open unless the bytes say otherwise. */
export interface RawAnswer {
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

/** The k-th thing the caller asks of the client. Everything beside method, url, headers and body needs a capability. */
export interface Call {
  readonly method: string;
  readonly url: Place;
  readonly headers?: HeaderFields;
  /** User name and password inside the URL that the caller gives: `user:password`. */
  readonly userinfo?: Template;
  /** UTF-8 text, handed over as bytes; or its parts, handed over as a stream that can be read once. */
  readonly body?: string | { readonly stream: readonly string[] };
  /** Credentials given by an option of the client instead of a field. */
  readonly auth?: { readonly username: string; readonly password: Template };
  readonly redirect?: 'manual' | 'error';
  readonly maxRedirects?: number;
  readonly proxy?: Proxying;
}

/** One redirect situation: what origins serve, what the caller asks, and which facts are looked at. Pure JSON. */
export interface Scenario {
  /** `suite/name`; never reused, never renamed. */
  readonly id: string;
  readonly title: string;
  readonly routes: Routes;
  readonly calls: readonly Call[];
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

import type { PlainRequest, ReceivedAnswer } from './messages.ts';

/** Every decision about redirects. A client follows a policy; each rule book is one. */
export interface Policy {
  /** What clients of it are called. */
  readonly name: string;
  /** How many redirects are followed unless the caller sets a limit. */
  readonly limit: number;
  /** Whether a redirect beyond the limit is an error. Otherwise it is returned. */
  readonly throwsAtLimit: boolean;
  /** What makes a request a second visit, which ends the chain: one with the same text. Undefined never does. */
  readonly visitOf: (request: PlainRequest) => string | undefined;
  /** The target as the answer names it; undefined if there is nothing to follow. */
  readonly locationOf: (answer: ReceivedAnswer) => string | undefined;
  /** Whether the values of Location are refused as they are written, before they are resolved. */
  readonly refusesWriting: (locations: readonly string[]) => boolean;
  /** Whether a redirect from one URL to the other is refused. */
  readonly refuses: (from: URL, to: URL) => boolean;
  /** Whether a redirect that takes a body to another origin is refused because of what the body contains. */
  readonly refusesBody: (body: Uint8Array) => boolean;
  /** The method of the next request. */
  readonly methodAfter: (status: number, method: string) => string;
  /** Whether the body is sent again if the method stays the same. */
  readonly keepsBody: (status: number) => boolean;
  /** Whether a field is dropped together with the body. */
  readonly belongsToBody: (field: string) => boolean;
  /** Whether a stream is kept in memory and sent again. Otherwise a request with a stream follows only a 303. */
  readonly replaysStreams: boolean;
  /** Whether a field is dropped on a redirect from one URL to the other. */
  readonly dropsField: (field: string, from: URL, to: URL) => boolean;
  /** Whether a request that is answered by 421 is made once more, on a new connection. */
  readonly retriesMisdirected: boolean;
  /** Whether the final URL is reported with its fragment. */
  readonly reportsFragment: boolean;
}

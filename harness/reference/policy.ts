import type { OutgoingRequest, ReceivedAnswer } from './messages.ts';

/** Every decision about redirects. A client follows a policy; a mutant changes one decision in it. */
export interface Policy {
  /** How many redirects are followed unless the caller sets a limit. */
  readonly limit: number;
  /** Whether a URL that was visited before ends the chain. */
  readonly stopsAtRevisit: boolean;
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
  /** Whether a stream is kept in memory and sent again. Otherwise a request with a stream follows only a 303. */
  readonly replaysStreams: boolean;
  /** Whether a request that is answered by 421 is made once more, on a new connection. */
  readonly retriesMisdirected: boolean;
  /** Whether a field is dropped together with the body. */
  readonly belongsToBody: (field: string) => boolean;
  /** Whether a field is dropped on a redirect from one URL to the other. */
  readonly dropsField: (field: string, from: URL, to: URL) => boolean;
  /** Whether a certificate of the caller is sent only to the origin of the URL of the call. */
  readonly bindsCertificate: boolean;
  /** What the next request is made from. */
  readonly source: (redirected: OutgoingRequest, first: OutgoingRequest) => OutgoingRequest;
  /** Whether a redirect beyond the limit is an error. Otherwise it is returned. */
  readonly throwsAtLimit: boolean;
  /** Whether the final URL is reported with its fragment. */
  readonly reportsFragment: boolean;
  /** The key under which the cache stores the answer to a request; undefined for a request that bypasses the cache. */
  readonly cacheKey: (request: OutgoingRequest) => string | undefined;
  /** The URLs whose stored answers an answer invalidates. */
  readonly invalidates: (request: OutgoingRequest, answer: ReceivedAnswer) => readonly URL[];
}

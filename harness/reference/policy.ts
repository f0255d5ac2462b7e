import type { Answer, Exchange } from './exchange.ts';

/** Every decision that following a redirect takes. */
export interface Policy {
  /** How many redirects are followed unless the caller says otherwise. */
  readonly limit: number;
  /** Whether a URL met a second time ends the chain. */
  readonly stopsAtRevisit: boolean;
  /** The target as the answer names it; undefined where there is nothing to follow. */
  readonly locationOf: (answer: Answer) => string | undefined;
  /** Whether a redirect from one URL to the other is refused. */
  readonly refuses: (from: URL, to: URL) => boolean;
  /** The method of the next request. */
  readonly methodAfter: (status: number, method: string) => string;
  /** Whether the body goes along with a request whose method stays. */
  readonly keepsBody: (status: number) => boolean;
  /** Whether a body that came as a stream is kept in memory and sent again; otherwise only a 303 is followed. */
  readonly replaysStreams: boolean;
  /** Whether a field leaves with the body. */
  readonly belongsToBody: (field: string) => boolean;
  /** Whether a field stays behind when the chain goes from one URL to the other. */
  readonly staysBehind: (field: string, from: URL, to: URL) => boolean;
  /** What the next request is made from: the request that was redirected, unless a sin says otherwise. */
  readonly source: (redirected: Exchange, first: Exchange) => Exchange;
  /** What becomes of a redirect beyond the limit: an error, unless a sin hands over the answer. */
  readonly throwsAtLimit: boolean;
  /** Whether the final URL is told with its fragment. */
  readonly tellsFragment: boolean;
  /** What the cache, if there is one, keeps the answer to a request under; undefined where the request goes past the cache. */
  readonly cacheKey: (request: Exchange) => string | undefined;
  /** The URLs for which an answer makes the cache forget what it has. */
  readonly forgets: (request: Exchange, answer: Answer) => readonly URL[];
}

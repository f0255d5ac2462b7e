import type { RedirectStatus } from '../../../suites/vocabulary/status.ts';

/** A redirect that a server is configured with. URLs are absolute. */
export interface Rule {
  /** Where it stands in its file: `line 3`, `RoutingRules[0]`. */
  readonly place: string;
  readonly status: RedirectStatus;
  /** A URL that it applies to, as an example of all. */
  readonly example: string;
  /** When it applies, beside the URL: `if the object does not exist`. */
  readonly condition?: string;
  /** The Location for a URL; undefined if the rule does not apply to it. */
  readonly locationFor: (url: URL) => string | undefined;
}

/** The rules of a file, and what a reader should know about them, a line each. */
export interface RuleFile {
  readonly rules: readonly Rule[];
  readonly warnings: readonly string[];
  /** The methods that the server redirects. */
  readonly methods: readonly ('GET' | 'POST')[];
}

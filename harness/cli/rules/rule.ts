import type { RedirectStatus } from '../../../suites/vocabulary/status.ts';

/** A URL that a server is asked for, in the parts that rules look at. */
export interface Asked {
  readonly href: string;
  readonly origin: string;
  readonly host: string;
  /** Decoded, so that it can be compared with what a person writes. */
  readonly path: string;
  /** The path without its final slash. */
  readonly barePath: string;
  /** The path without its first slash and without any percent-encoding, as S3 names objects. */
  readonly key: string;
  readonly search: string;
  readonly query: URLSearchParams;
}

/** A redirect that a server is configured with. URLs are absolute. */
export interface Rule {
  /** Where it stands in its file: `line 3`, `RoutingRules[0]`. */
  readonly place: string;
  /** What it applies to, in the words of the file, to be found again when lines before it come and go. */
  readonly name: string;
  readonly status: RedirectStatus;
  /** URLs that it applies to, as examples of all; the first that no other rule takes is tried. */
  readonly examples: readonly [string, ...string[]];
  /** When it applies, beside the URL: `if the bucket answers 404`. */
  readonly condition?: string;
  /** The Location for a URL; undefined if the rule does not apply to it. */
  readonly locationFor: (asked: Asked) => string | undefined;
}

/** The rules of a file, and what a reader should know about them, a line each. */
export interface RuleFile {
  readonly rules: readonly Rule[];
  readonly warnings: readonly string[];
  /** The methods that the server redirects. */
  readonly methods: readonly ('GET' | 'POST')[];
}

/** Reports what is wrong at a place of a file. */
export type Fail = (why: string) => never;

/** Text without its percent-encoding; as it is if that is broken. */
export function decoded(text: string, decode: (text: string) => string = decodeURI): string {
  try {
    return decode(text);
  } catch {
    return text;
  }
}

/** A path without its final slash; the root keeps it. */
export const withoutSlash = (path: string): string => path.replace(/(?<=.)\/$/, '');

/** A URL in the parts that rules look at. */
export function askedFor({ href, origin, host, pathname, search, searchParams }: URL): Asked {
  const path = decoded(pathname);
  const key = decoded(pathname.slice(1), decodeURIComponent);
  return { href, origin, host, path, barePath: withoutSlash(path), key, search, query: searchParams };
}

/** The same rule, if it leads to a URL from each of its examples. */
export function withTarget(rule: Rule, fail: Fail): Rule {
  for (const example of rule.examples) {
    const location = rule.locationFor(askedFor(new URL(example)));
    if (location === undefined) throw new Error(`${rule.place} does not apply to its own example ${example}`);
    if (/[{}]/.test(location)) fail(`its target “${location}” has braces; write them in percent-encoding, %7B and %7D`);
    if (!URL.canParse(location, example)) fail(`its target for ${example} is “${location}”, which is no valid URL`);
  }
  return rule;
}

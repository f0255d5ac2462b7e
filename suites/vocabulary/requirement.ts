/** A rule book that a profile can follow. `common` and `convention` are ours: the first is what every caller may rely on, the second documented practice. */
export const authorities = ['common', 'rfc9110', 'fetch', 'adr-016', 'strict', 'convention'] as const;
export type Authority = (typeof authorities)[number];

/**
 * What the strongest words of a statement literally are. `definition` is a statement without a
 * keyword that fixes a meaning or an algorithm (308 by RFC 9110, every step of the Fetch Standard);
 * `practice` is documented behaviour that no standard asks for.
 */
export type RequirementLevel = 'MUST' | 'MUST NOT' | 'SHOULD' | 'SHOULD NOT' | 'MAY' | 'definition' | 'practice';

/** One normative statement, in our own words, with the exact place where it stands. */
export interface Requirement {
  readonly authority: Authority;
  /** The document as people cite it: `RFC 9110`. */
  readonly source: string;
  /** The place inside the document: `15.4.8`, or `HTTP-redirect fetch, step 12`. */
  readonly section: string;
  /** Where to read it, if it is public. */
  readonly url?: string;
  readonly level: RequirementLevel;
  readonly statement: string;
}

/** `rfc9110/307-keeps-method`: the document, then the statement. Suites cite through `must`, `should` and `may`, which know every id. */
export type RequirementId = `${string}/${string}`;

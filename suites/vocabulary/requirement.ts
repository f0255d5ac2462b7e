import { z } from 'zod';
import type { Shape } from './shape.ts';

/**
 * Whose rules there are. `common` and `convention` are ours: the first is what every caller may rely on, the second
 * documented practice. `house` is the team that writes a profile of its own; the catalogue has no rulings of it.
 */
export const authorities = ['common', 'rfc9110', 'fetch', 'adr-016', 'strict', 'convention', 'house'] as const;
export type Authority = (typeof authorities)[number];

/**
 * The strongest words of a statement, literally. `definition` is a statement without a keyword that fixes a meaning or
 * an algorithm (308 by RFC 9110, every step of the Fetch Standard); `practice` is documented behaviour that no standard
 * asks for.
 */
export const requirementLevels = ['MUST', 'MUST NOT', 'SHOULD', 'SHOULD NOT', 'MAY', 'definition', 'practice'] as const;
export type RequirementLevel = (typeof requirementLevels)[number];

/** One normative statement, in our own words, with the exact place where it stands. */
export const requirementSchema = z.strictObject({
  authority: z.enum(authorities),
  source: z.string().describe('The document as it is usually cited: `RFC 9110`.'),
  section: z.string().describe('The place in the document: `15.4.8`, or `HTTP-redirect fetch, step 12`.'),
  url: z.url().describe('Where to read it, if it is public.').exactOptional(),
  level: z.enum(requirementLevels),
  statement: z.string(),
});
export interface Requirement extends Shape<typeof requirementSchema> {}

/** `rfc9110/307-keeps-method`: the document, then the statement. Suites cite through `must`, `should` and `may`, which know every id. */
export const requirementIdSchema = z.templateLiteral([z.string(), '/', z.string()]);
export type RequirementId = z.infer<typeof requirementIdSchema>;

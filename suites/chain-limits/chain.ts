import type { Place } from '../vocabulary/origin.ts';
import type { Answer, Routes } from '../vocabulary/scenario.ts';

/** Where a chain is after n redirects. */
export const after = (redirects: number): Place => `{home}/${redirects}`;

/** As many redirects in a row, and what stands at their end. */
export const chain = (redirects: number, end: Answer = { status: 200, body: 'arrived' }): Routes => ({
  ...Object.fromEntries(
    Array.from({ length: redirects }, (_, index) => [after(index), { status: 302, location: after(index + 1) }] as const),
  ),
  [after(redirects)]: end,
});

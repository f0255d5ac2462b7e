import { not, should } from '../rulings/ruling.ts';
import type { Answer, Routes } from '../vocabulary/answer.ts';
import type { RulingOn } from '../vocabulary/check.ts';
import type { Place } from '../vocabulary/origin.ts';
import type { Variant } from './variants.ts';

/** Where a chain is after this number of redirects. */
export const placeAfter = (redirects: number, { origins = ['home'] }: Pick<Variant, 'origins'> = {}): Place =>
  `{${origins[redirects % origins.length] ?? origins[0]}}/${redirects}`;

/** A chain of this number of redirects, and the answer at its end. */
export const chainOf = (
  redirects: number,
  end: Answer = { status: 200, body: 'arrived' },
  { status = 302, ...variant }: Pick<Variant, 'status' | 'origins'> = {},
): Routes => ({
  ...Object.fromEntries(
    Array.from(
      { length: redirects },
      (_, index) => [placeAfter(index, variant), { status, location: placeAfter(index + 1, variant) }] as const,
    ),
  ),
  [placeAfter(redirects, variant)]: end,
});

/** If the limit is reported as an error, the caller can recognize it. */
export const limitErrorIsClear: RulingOn<'outcome'> = should(
  'convention/limit-error-is-told-apart',
  not('error: connection', 'error: timeout', 'error: other'),
);

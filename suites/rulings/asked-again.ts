import type { RulingOn } from '../vocabulary/check.ts';
import { atLeast, may, must } from './ruling.ts';

/**
 * The rulings on the number of requests to a URL that two calls ask for and that redirects without explicit freshness.
 * A client without a cache that remembers the redirect has stored the response, so the rules on storing apply to it.
 */
export const askedAgain = (status: 302 | 303 | 307): readonly RulingOn<'requests'>[] => [
  must('rfc9111/stored-only-with-a-reason', atLeast(2)),
  ...(status === 303 ? [] : [may(`rfc9110/${status}-is-temporary`, atLeast(2))]),
];

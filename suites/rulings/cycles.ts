import type { CheckOf, RulingOn } from '../vocabulary/check.ts';
import { must } from './ruling.ts';

/**
 * How many requests an endless chain gets before the client ends it with an error. Fetch names no errors, so the number
 * of requests shows whether only the count of redirects has stopped the client. `urls` are the different URLs of the
 * chain: with the cycle detection of ADR-016 each gets one request.
 */
export const stoppedAfter = (
  urls: number,
  more: readonly RulingOn<'requests'>[] = [],
  literally?: string,
): CheckOf<'requests'> => ({
  fact: { kind: 'requests' },
  given: { fact: { kind: 'outcome' }, oneOf: ['any error'] },
  rulings: [must('fetch/twenty-redirects', '21'), must('adr-016/rule-8', `${urls}`, literally), ...more],
});

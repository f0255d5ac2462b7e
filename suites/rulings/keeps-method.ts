import type { RulingOn } from '../vocabulary/check.ts';
import type { ExpectableOf } from '../vocabulary/fact.ts';
import { must } from './ruling.ts';

const noteOnly =
  'RFC 9110 forbids a change of the method for 307; for 308 only a note in section 15.4 says that the method is kept.';

/** A 307 or 308 keeps the method. */
export const keepsMethod = (status: 307 | 308, ...values: readonly ExpectableOf<'request'>[]): RulingOn<'request'> =>
  must(`rfc9110/${status}-keeps-method`, values, status === 308 ? noteOnly : undefined);

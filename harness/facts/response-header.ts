import { valuesOf } from '../fields.ts';
import { found, ifResponded, type Reader } from './evidence.ts';

export const responseHeader: Reader<'response-header'> = (fact, evidence) =>
  ifResponded(fact, evidence, ({ headers }) => found(valuesOf(headers, fact.name).join(', ') || 'absent'));

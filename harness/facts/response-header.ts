import { valuesOf } from '../../suites/vocabulary/header-fields.ts';
import { takeOut } from '../concrete/placeholders.ts';
import { found, ifResponded, type Reader } from './evidence.ts';

export const responseHeader: Reader<'response-header'> = (fact, evidence) =>
  ifResponded(fact, evidence, ({ headers }) => {
    const values = valuesOf(headers, fact.name).map((value) => takeOut(value, evidence.concrete));
    return found(values.length === 0 ? 'absent' : values.join(' | '));
  });

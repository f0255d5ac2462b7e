import { valuesOf } from '../../suites/vocabulary/header-fields.ts';
import { type Named, takeOut } from '../concrete/placeholders.ts';
import { inClear } from './basic.ts';
import { found, ifRequested, type Reader } from './evidence.ts';

/** A value with placeholders; where Basic hides a planted secret, in clear. */
function describeValue(value: string, names: Named): string {
  const clear = takeOut(inClear(value), names);
  return clear.includes('{secret:') ? clear : takeOut(value, names);
}

export const field: Reader<'field'> = (fact, evidence) =>
  ifRequested(fact, evidence, ({ headers }) => {
    const values = valuesOf(headers, fact.name).map((value) => describeValue(value, evidence.concrete));
    return found(values.length === 0 ? 'absent' : values.join(' | '));
  });

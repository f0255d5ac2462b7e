import { valuesOf } from '../../suites/vocabulary/header-fields.ts';
import { takeOut } from '../concrete/placeholders.ts';
import { found, ifResponded, type Reader } from './evidence.ts';

export const responseHeader: Reader<'response-header'> = (fact, evidence) =>
  ifResponded(fact, evidence, ({ headers }) => {
    const value = valuesOf(headers, fact.name).join(', ');
    return found(value === '' ? 'absent' : takeOut(value, evidence.scenario.id));
  });

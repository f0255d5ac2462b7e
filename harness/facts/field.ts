import { takeOut } from '../concrete.ts';
import { valuesOf } from '../servers/connection.ts';
import { found, ifRequested, type Reader } from './evidence.ts';

export const field: Reader<'field'> = (fact, evidence) =>
  ifRequested(fact, evidence, ({ headers }) => {
    const values = valuesOf(headers, fact.name);
    return found(values.length === 0 ? 'absent' : takeOut(values.join(' | '), evidence.scenario.id));
  });

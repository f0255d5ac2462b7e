import { valuesOf } from '../servers/connection.ts';
import { found, ifSettled, type Reader } from './evidence.ts';

export const responseHeader: Reader<'response-header'> = (fact, evidence) =>
  ifSettled(fact, evidence, (outcome) => {
    if (outcome.kind === 'error') return { none: 'call failed', because: `error: ${outcome.class}` };
    return found(valuesOf(outcome.headers, fact.name).join(', ') || 'absent');
  });

import { found, ifSettled, type Reader } from './evidence.ts';

export const errorName: Reader<'error-name'> = (fact, evidence) =>
  ifSettled(fact, evidence, (settled) => found(settled.kind === 'error' ? settled.error.name : 'no error'));

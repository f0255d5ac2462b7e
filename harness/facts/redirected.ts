import { found, ifResponded, type Reader } from './evidence.ts';

export const redirected: Reader<'redirected'> = (fact, evidence) =>
  ifResponded(fact, evidence, (response) =>
    response.redirected === undefined
      ? { none: 'capability', because: 'the client does not report whether it was redirected' }
      : found(String(response.redirected)),
  );

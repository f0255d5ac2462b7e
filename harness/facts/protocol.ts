import { found, ifRequested, type Reader } from './evidence.ts';

export const protocol: Reader<'protocol'> = (fact, evidence) =>
  ifRequested(fact, evidence, ({ httpVersion }) =>
    httpVersion === null ? { none: 'transport', because: 'a mock speaks no version of HTTP' } : found(`HTTP/${httpVersion}`),
  );

import { takeOut } from '../concrete/placeholders.ts';
import { found, ifResponded, type Reader } from './evidence.ts';

export const finalUrl: Reader<'final-url'> = (fact, evidence) =>
  ifResponded(fact, evidence, ({ url }) =>
    url === undefined
      ? { none: 'capability', because: 'the client does not report a final URL' }
      : found(takeOut(url, evidence.concrete)),
  );

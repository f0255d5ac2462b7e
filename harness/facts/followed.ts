import { found, requestsAt, type Reader } from './evidence.ts';
import { outcome } from './outcome.ts';

export const followed: Reader<'followed'> = (fact, evidence) =>
  requestsAt(fact.to, evidence.observation).length > 0 ? found('followed') : outcome(fact, evidence);

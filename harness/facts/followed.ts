import { found, requestsAt, type Reader } from './evidence.ts';
import { outcome } from './outcome.ts';

export const followed: Reader<'followed'> = ({ to, call = 1 }, evidence) =>
  requestsAt(to, evidence.observation).length > 0 ? found('followed') : outcome({ kind: 'outcome', call }, evidence);

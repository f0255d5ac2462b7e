import { found, requestsAt, type Reader } from './evidence.ts';

export const requests: Reader<'requests'> = ({ at }, { observation }) =>
  found(String((at ? requestsAt(at, observation) : observation.requests).length));

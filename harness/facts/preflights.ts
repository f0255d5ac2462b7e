import { found, requestsAt, type Reader } from './evidence.ts';

export const preflights: Reader<'preflights'> = ({ at }, { preflights: requests, observation }) =>
  found(String(requestsAt(at, { ...observation, requests }).length));

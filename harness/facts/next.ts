import { found, requestsAt, type Reader } from './evidence.ts';
import { outcome } from './outcome.ts';

export const next: Reader<'next'> = ({ after, call = 1 }, evidence) => {
  const { requests } = evidence.observation;
  const [first] = requestsAt(after, evidence.observation);
  const following = first && requests[requests.indexOf(first) + 1];
  return following ? found(`{${following.origin}}${following.target}`) : outcome({ kind: 'outcome', call }, evidence);
};

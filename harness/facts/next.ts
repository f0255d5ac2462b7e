import { takeOut } from '../concrete/placeholders.ts';
import { found, requestsAt, type Reader } from './evidence.ts';
import { outcome } from './outcome.ts';

export const next: Reader<'next'> = (fact, evidence) => {
  const { requests } = evidence.observation;
  const [first] = requestsAt(fact.after, evidence.observation);
  // A tunnel is on the way, not where it leads.
  const following = first && requests.slice(requests.indexOf(first) + 1).find(({ tunnelTo }) => tunnelTo === undefined);
  return following ? found(`{${following.origin}}${takeOut(following.target, evidence.concrete)}`) : outcome(fact, evidence);
};

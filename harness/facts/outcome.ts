import { REQUEST_CEILING } from '../network/network.ts';
import { found, ifSettled, type Reader } from './evidence.ts';

export const outcome: Reader<'outcome'> = (fact, evidence) => {
  if (evidence.observation.requests.length > REQUEST_CEILING) return found(`cut off after ${REQUEST_CEILING} requests`);
  return ifSettled(fact, evidence, (settled) =>
    found(settled.kind === 'error' ? `error: ${settled.class}` : `returned ${settled.status}`),
  );
};

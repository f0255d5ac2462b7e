import { requestCeiling } from '../network/network.ts';
import { found, ifSettled, type Reader } from './evidence.ts';

export const outcome: Reader<'outcome'> = (fact, evidence) => {
  const ceiling = requestCeiling(evidence.concrete.calls.length);
  if (evidence.observation.requests.length > ceiling) return found(`cut off after ${ceiling} requests`);
  return ifSettled(fact, evidence, (settled) =>
    found(settled.kind === 'error' ? `error: ${settled.class}` : `returned ${settled.status}`),
  );
};

import { describeOutcome, found, type Reader } from './evidence.ts';

export const settled: Reader<'settled'> = ({ call = 1 }, { observation }) => {
  const outcome = observation.outcomes[call - 1];
  return outcome ? found(describeOutcome(outcome)) : { none: 'call failed', because: 'an earlier call ended the client' };
};

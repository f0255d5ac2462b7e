import { found, type Reader } from './evidence.ts';

export const connections: Reader<'connections'> = ({ to }, { observation, transport }) => {
  if (transport === 'msw') return { none: 'transport', because: 'MSW has no connections' };
  const used = observation.requests.filter(({ origin }) => origin === to).map(({ connection }) => connection);
  return found(String(new Set(used).size));
};

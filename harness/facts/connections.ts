import { found, onWire, type Reader } from './evidence.ts';

export const connections: Reader<'connections'> = ({ to }, evidence) =>
  onWire(evidence, () => {
    const used = evidence.observation.requests.filter(({ origin }) => origin === to).map(({ connection }) => connection);
    return found(String(new Set(used).size));
  });

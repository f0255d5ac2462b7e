import { found, ifRequested, onWire, requestsAt, type Reader } from './evidence.ts';

export const reuse: Reader<'reuse'> = ({ from, at }, evidence) =>
  onWire(evidence, () => {
    const before = requestsAt(from, evidence.observation).map(({ connection }) => connection);
    return ifRequested({ at }, evidence, ({ connection }) =>
      found(before.includes(connection) ? 'same connection' : 'another connection'),
    );
  });

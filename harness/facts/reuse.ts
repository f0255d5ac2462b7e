import { found, ifRequested, requestsAt, type Reader } from './evidence.ts';

export const reuse: Reader<'reuse'> = ({ from, at }, evidence) => {
  if (evidence.transport === 'msw') return { none: 'transport', because: 'MSW has no connections' };
  const before = requestsAt(from, evidence.observation).map(({ connection }) => connection);
  return ifRequested({ at }, evidence, ({ connection }) =>
    found(before.includes(connection) ? 'same connection' : 'another connection'),
  );
};

import { found, ifRequested, type Reader } from './evidence.ts';

export const reuse: Reader<'reuse'> = ({ from, at }, evidence) => {
  if (evidence.transport === 'msw') return { none: 'transport', because: 'MSW has no connections' };
  return ifRequested({ at: from }, evidence, (before) =>
    ifRequested({ at }, evidence, (after) =>
      found(before.connection === after.connection ? 'same connection' : 'another connection'),
    ),
  );
};

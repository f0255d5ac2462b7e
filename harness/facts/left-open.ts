import { found, type Reader } from './evidence.ts';

export const leftOpen: Reader<'left-open'> = ({ to }, { observation: { leftOpen: counts }, transport }) => {
  if (transport === 'msw') return { none: 'transport', because: 'MSW has no connections' };
  return found(String(counts?.[to] ?? 'few'));
};

import { found, onWire, type Reader } from './evidence.ts';

export const leftOpen: Reader<'left-open'> = ({ to }, evidence) =>
  onWire(evidence, () => found(String(evidence.observation.leftOpen?.[to] ?? 0)));

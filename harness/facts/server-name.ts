import { takeOut } from '../concrete/placeholders.ts';
import { found, ifRequested, onWire, type Reader } from './evidence.ts';

export const serverName: Reader<'server-name'> = (fact, evidence) =>
  onWire(evidence, () =>
    ifRequested(fact, evidence, (request) => found(takeOut(request.serverName ?? 'none', evidence.concrete))),
  );

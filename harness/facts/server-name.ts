import { takeOut } from '../concrete.ts';
import { found, ifRequested, type Reader } from './evidence.ts';

export const serverName: Reader<'server-name'> = (fact, evidence) => {
  if (evidence.transport === 'msw') return { none: 'transport', because: 'MSW has no connections' };
  return ifRequested(fact, evidence, (request) => found(takeOut(request.serverName ?? 'none', evidence.scenario.id)));
};

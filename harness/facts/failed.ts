import { callsMade } from '../../suites/vocabulary/call.ts';
import { found, type Reader } from './evidence.ts';

export const failedCalls: Reader<'failed'> = ({ to }, { scenario, observation: { outcomes } }) => {
  const calls = callsMade(scenario.calls);
  const unanswered = calls.filter(({ url }, index) => url === to && outcomes[index]?.kind !== 'response');
  return found(String(unanswered.length));
};

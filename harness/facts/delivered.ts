import { callsMade } from '../../suites/vocabulary/call.ts';
import { bytesOf } from '../concrete/concrete-scenario.ts';
import { keep } from '../network/kept-bytes.ts';
import { found, requestsAt, type Reader } from './evidence.ts';

export const delivered: Reader<'delivered'> = ({ at }, { scenario, observation }) => {
  const bodies = callsMade(scenario.calls).flatMap(({ body }) => (body === undefined ? [] : JSON.stringify(keep(bytesOf(body)))));
  const given = new Set(bodies);
  const whole = requestsAt(at, observation).filter(({ body, complete }) => complete && given.has(JSON.stringify(body)));
  return found(String(whole.length));
};

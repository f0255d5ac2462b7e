import type { Bytes } from '../../suites/vocabulary/observation.ts';
import { bytesOf } from '../concrete/concrete-scenario.ts';
import { isSame } from '../network/kept-bytes.ts';
import { found, requestsAt, type Reader } from './evidence.ts';

export const delivered: Reader<'delivered'> = ({ at }, { scenario, observation }) => {
  const isOfCall = (sent: Bytes): boolean => scenario.calls.some(({ body }) => body !== undefined && isSame(sent, bytesOf(body)));
  const whole = requestsAt(at, observation).filter(({ body, complete }) => complete && isOfCall(body));
  return found(String(whole.length));
};

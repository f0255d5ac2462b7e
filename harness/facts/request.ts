import type { RecordedRequest } from '../../suites/vocabulary/observation.ts';
import type { Call } from '../../suites/vocabulary/scenario.ts';
import { isSame } from '../bytes.ts';
import { bytesOf } from '../concrete.ts';
import { found, ifRequested, type Reader } from './evidence.ts';

/** What became of the body of a call in one of its requests. */
function describeBody({ body, complete, method }: RecordedRequest, call: Call): string {
  if (!complete) return 'body cut short';
  if (body.length === 0) return call.body !== undefined && method === call.method ? 'body lost' : 'no body';
  if (call.body === undefined) return 'unexpected body';
  return isSame(body, bytesOf(call.body)) ? 'same body' : 'other body';
}

export const request: Reader<'request'> = (fact, evidence) =>
  ifRequested(fact, evidence, (received) => {
    const [call] = evidence.scenario.calls;
    return call
      ? found(`${received.method}, ${describeBody(received, call)}`)
      : { none: 'call failed', because: 'the scenario makes no call' };
  });

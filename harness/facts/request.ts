import { bytesOf } from '../concrete/concrete-scenario.ts';
import type { Call } from '../../suites/vocabulary/call.ts';
import type { Bytes, RecordedRequest } from '../../suites/vocabulary/observation.ts';
import { keep } from '../network/kept-bytes.ts';
import { found, ifRequested, requestsAt, type Evidence, type Reader } from './evidence.ts';

/** The body of a call: what the caller gave, or what the client made of a form in its first request. */
function bodyOf({ url, body, form }: Call, { observation }: Evidence): Bytes | undefined {
  if (form) return requestsAt(url, observation)[0]?.body;
  return body === undefined ? undefined : keep(bytesOf(body));
}

/** What became of the body of a call in one of its requests. */
function describeBody({ body, complete, method }: RecordedRequest, call: Call, given: Bytes | undefined): string {
  if (!complete) return 'body cut short';
  // An empty body of the caller is there, and cannot be lost.
  if (body.length === 0 && given?.length !== 0) return given !== undefined && method === call.method ? 'body lost' : 'no body';
  if (given === undefined) return 'unexpected body';
  return JSON.stringify(body) === JSON.stringify(given) ? 'same body' : 'other body';
}

export const request: Reader<'request'> = (fact, evidence) =>
  ifRequested(fact, evidence, (received) => {
    const [call] = evidence.scenario.calls;
    return call
      ? found(`${received.method}, ${describeBody(received, call, bodyOf(call, evidence))}`)
      : { none: 'call failed', because: 'the scenario makes no call' };
  });

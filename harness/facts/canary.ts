import type { RecordedRequest } from '../../suites/vocabulary/observation.ts';
import { secretOf } from '../concrete.ts';
import { found, ifRequested, isPlace, type Reader } from './evidence.ts';

/** Looks everywhere: a secret in a query or a body is no less leaked than one in a field. */
const carries = ({ target, headers, body }: RecordedRequest, secret: string): boolean =>
  JSON.stringify([target, headers, body]).includes(secret);

export const canary: Reader<'canary'> = ({ secret, at, visit }, evidence) => {
  const value = secretOf(secret, evidence.scenario.id);
  const describe = (requests: readonly RecordedRequest[]): string =>
    requests.some((request) => carries(request, value)) ? 'sent' : 'absent';
  if (isPlace(at))
    return ifRequested({ at, ...(visit !== undefined && { visit }) }, evidence, (request) => found(describe([request])));
  const requests = evidence.observation.requests.filter(({ origin }) => origin === at);
  return requests.length > 0 ? found(describe(requests)) : { none: 'no such request', because: `no request came to ${at}` };
};

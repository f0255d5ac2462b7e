import type { Place } from '../../suites/vocabulary/origin.ts';
import { isSame } from '../bytes.ts';
import { found, ifResponded, requestsAt, type Evidence, type Reader } from './evidence.ts';

/** The body that the server at a place sent last, before any framing. */
function bodySentBy(place: Place, { plan, observation }: Evidence): Buffer {
  const request = requestsAt(place, observation).at(-1);
  const answer = plan.routes.find((route) => route.place === place)?.cases[request?.answeredBy?.case ?? 0]?.answer;
  if (!answer) return Buffer.alloc(0);
  if (!('raw' in answer)) return Buffer.from(answer.body ?? '');
  return Buffer.from(answer.raw.slice(answer.raw.indexOf('\r\n\r\n') + 4), 'latin1');
}

export const responseBody: Reader<'response-body'> = (fact, evidence) =>
  ifResponded(fact, evidence, (response) => {
    if (response.body.length === 0) return found('empty');
    return found(isSame(response.body, bodySentBy(fact.from, evidence)) ? 'same bytes' : 'other bytes');
  });

import { isDeepStrictEqual } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { valuesOf } from '../../suites/vocabulary/header-fields.ts';
import type { Response } from '../../suites/vocabulary/answer.ts';
import { contentBytes } from '../concrete/content-bytes.ts';
import type { Place } from '../../suites/vocabulary/origin.ts';
import { isSame } from '../network/kept-bytes.ts';
import { found, ifResponded, requestsAt, type Evidence, type Reader } from './evidence.ts';

interface Sent {
  readonly body: Buffer;
  /** The same without its content coding, if it has one. */
  readonly decoded?: Buffer;
}

function sentInBytes(raw: string): Sent {
  const end = raw.indexOf('\r\n\r\n') + 4;
  const body = Buffer.from(raw.slice(end), 'latin1');
  return /^content-encoding: *gzip\r/im.test(raw.slice(0, end)) ? { body, decoded: gunzipSync(body) } : { body };
}

function sentInResponse({ headers = [], body: content }: Response): Sent {
  const body = contentBytes(content);
  return valuesOf(headers, 'content-encoding').join() === 'gzip' ? { body, decoded: gunzipSync(body) } : { body };
}

/** The body that the server at a place sent last, before any framing. */
function sentBy(place: Place, { concrete, observation }: Evidence): Sent {
  const request = requestsAt(place, observation).at(-1);
  const answer = concrete.routes.find((route) => route.place === place)?.cases[request?.answeredBy?.case ?? 0]?.answer;
  if (!answer) return { body: Buffer.alloc(0) };
  return 'raw' in answer ? sentInBytes(answer.raw) : sentInResponse(answer);
}

export const responseBody: Reader<'response-body'> = (fact, evidence) =>
  ifResponded(fact, evidence, (response) => {
    if (response.body.length === 0) return found('empty');
    const { answer } = requestsAt(fact.from, evidence.observation).at(-1) ?? {};
    if (answer) return found(isDeepStrictEqual(response.body, answer.body) ? 'same bytes' : 'other bytes');
    const { body, decoded = body } = sentBy(fact.from, evidence);
    if (isSame(response.body, decoded)) return found('same bytes');
    return found(isSame(response.body, body) ? 'still coded' : 'other bytes');
  });

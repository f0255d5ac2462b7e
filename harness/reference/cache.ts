import { setImmediate } from 'node:timers/promises';
import CachePolicy from 'http-cache-semantics';
import type { HeaderFields } from '../../suites/vocabulary/header-fields.ts';
import { fieldsOf } from '../adapter/index.ts';
import type { OutgoingRequest, ReceivedAnswer, SendOne } from './messages.ts';
import type { ReferencePolicy } from './policy.ts';

interface Entry {
  readonly url: URL;
  readonly policy: CachePolicy;
  readonly body: Uint8Array;
}

/** A private cache. Each answer has an entry of its own; a redirect is stored under its own URL like any other answer. */
export type Cache = Map<string, Entry>;

const conditions: readonly string[] = ['if-none-match', 'if-modified-since'];

/** Fields in the form that http-cache-semantics reads. Method and URL are in the key of an entry. */
function readable(fields: HeaderFields): CachePolicy.HttpRequest & CachePolicy.HttpResponse {
  const headers: Record<string, string> = {};
  for (const [field, value] of fields) {
    const name = field.toLowerCase();
    headers[name] = headers[name] === undefined ? value : `${headers[name]}, ${value}`;
  }
  return { headers };
}

const answerOf = ({ policy, body }: Entry): ReceivedAnswer => ({
  status: policy.toObject().st,
  headers: fieldsOf(policy.responseHeaders()),
  body,
});

const isFresh = ({ policy }: Entry, { headers }: OutgoingRequest): boolean =>
  policy.satisfiesWithoutRevalidation(readable(headers));

/** The request, with the conditions that validate a stored answer. */
function conditional(request: OutgoingRequest, { policy }: Entry): OutgoingRequest {
  const fields = fieldsOf(policy.revalidationHeaders(readable(request.headers)));
  return { ...request, headers: [...request.headers, ...fields.filter(([name]) => conditions.includes(name))] };
}

/** What to store: the answer itself, or the stored answer that a 304 confirms. */
function entryFrom(request: OutgoingRequest, answer: ReceivedAnswer, stored: Entry | undefined): Entry {
  const { url, headers } = request;
  const response = { ...readable(answer.headers), status: answer.status };
  if (!stored || answer.status !== 304)
    return { url, policy: new CachePolicy(readable(headers), response, { shared: false }), body: answer.body };
  return { url, policy: stored.policy.revalidatedPolicy(readable(headers), response).policy, body: stored.body };
}

/** Answers single requests from a cache where RFC 9111 permits it, and stores the answers that may be stored. */
export const withCache =
  (cache: Cache, policy: ReferencePolicy, signal: AbortSignal, send: SendOne): SendOne =>
  async (request) => {
    const key = policy.cacheKey(request);
    const stored = key === undefined ? undefined : cache.get(key);
    if (stored && isFresh(stored, request)) {
      // One turn of the event loop. Without it, a cycle in the cache could not be aborted.
      await setImmediate(undefined, { signal });
      return answerOf(stored);
    }
    const answer = await send(stored ? conditional(request, stored) : request);
    const invalidated = policy.invalidates(request, answer).map(({ href }) => href);
    for (const [name, { url }] of cache) if (invalidated.includes(url.href)) cache.delete(name);
    if (key === undefined) return answer;
    const entry = entryFrom(request, answer, stored);
    cache.delete(key);
    if (entry.policy.storable()) cache.set(key, entry);
    return answer.status === 304 && stored ? answerOf(entry) : answer;
  };

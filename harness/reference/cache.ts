import { setImmediate } from 'node:timers/promises';
import CachePolicy from 'http-cache-semantics';
import type { HeaderFields } from '../../suites/vocabulary/scenario.ts';
import { fieldsOf } from '../client.ts';
import type { Answer, Exchange } from './exchange.ts';
import type { Send } from './follow.ts';
import type { Policy } from './policy.ts';

interface Entry {
  readonly url: URL;
  readonly policy: CachePolicy;
  readonly body: Uint8Array;
}

/** What a private cache holds, one entry per answer: a redirect is stored like anything else, under its own URL. */
export type Cache = Map<string, Entry>;

const conditions: readonly string[] = ['if-none-match', 'if-modified-since'];

/** Fields as the rules of caching read them; the key of an entry stands for method and URL. */
function readable(fields: HeaderFields): CachePolicy.HttpRequest & CachePolicy.HttpResponse {
  const headers: Record<string, string> = {};
  for (const [field, value] of fields) {
    const name = field.toLowerCase();
    headers[name] = headers[name] === undefined ? value : `${headers[name]}, ${value}`;
  }
  return { headers };
}

const answerOf = ({ policy, body }: Entry): Answer => ({
  status: policy.toObject().st,
  headers: fieldsOf(policy.responseHeaders()),
  body,
});

const isFresh = ({ policy }: Entry, { headers }: Exchange): boolean => policy.satisfiesWithoutRevalidation(readable(headers));

/** The request, with the conditions under which the stored answer would do. */
function conditional(request: Exchange, { policy }: Entry): Exchange {
  const fields = fieldsOf(policy.revalidationHeaders(readable(request.headers)));
  return { ...request, headers: [...request.headers, ...fields.filter(([name]) => conditions.includes(name))] };
}

/** What there is to store: the answer itself, or the stored one that it confirms. */
function entryFrom(request: Exchange, answer: Answer, stored: Entry | undefined): Entry {
  const { url, headers } = request;
  const response = { ...readable(answer.headers), status: answer.status };
  if (!stored || answer.status !== 304)
    return { url, policy: new CachePolicy(readable(headers), response, { shared: false }), body: answer.body };
  return { url, policy: stored.policy.revalidatedPolicy(readable(headers), response).policy, body: stored.body };
}

/** Answers single requests out of a cache where RFC 9111 allows it, and keeps what may be kept. */
export const withCache =
  (cache: Cache, policy: Policy, signal: AbortSignal, send: Send): Send =>
  async (request) => {
    const key = policy.cacheKey(request);
    const stored = key === undefined ? undefined : cache.get(key);
    if (stored && isFresh(stored, request)) {
      // A turn of the event loop, without which a cycle in the cache could not be aborted.
      await setImmediate(undefined, { signal });
      return answerOf(stored);
    }
    const answer = await send(stored ? conditional(request, stored) : request);
    const forgotten = policy.forgets(request, answer).map(({ href }) => href);
    for (const [name, { url }] of cache) if (forgotten.includes(url.href)) cache.delete(name);
    if (key === undefined) return answer;
    const entry = entryFrom(request, answer, stored);
    cache.delete(key);
    if (entry.policy.storable()) cache.set(key, entry);
    return answer.status === 304 && stored ? answerOf(entry) : answer;
  };

import type { Answer, Response } from '../../suites/vocabulary/answer.ts';
import type { EdgeResult } from '../../suites/vocabulary/observation.ts';
import { type HeaderFields, valuesOf } from '../../suites/vocabulary/header-fields.ts';

/** How long CloudFront keeps what its origin says nothing about, in seconds. */
const DEFAULT_TTL = 86_400;

/** Kept without being told. */
const KEPT_BY_DEFAULT = [200, 301, 302];

/** Kept only if the origin sends Cache-Control. */
const KEPT_IF_TOLD = [307, 308];

interface Entry {
  readonly answer: Response;
  readonly storedAt: number;
  readonly freshFor: number;
}

/** How long an answer may be kept, in seconds; 0 if not at all. For a shared cache s-maxage goes before max-age (RFC 9111 section 5.2.2.10). */
function timeToLive({ status, headers = [] }: Response): number {
  const control = valuesOf(headers, 'cache-control');
  const directives = control.join(',').toLowerCase();
  if (/no-store|no-cache|private/.test(directives)) return 0;
  const seconds = /s-maxage=(\d+)/.exec(directives)?.[1] ?? /max-age=(\d+)/.exec(directives)?.[1];
  if (seconds !== undefined) return Number(seconds);
  const isKept = KEPT_BY_DEFAULT.includes(status) || (KEPT_IF_TOLD.includes(status) && control.length > 0);
  return isKept ? DEFAULT_TTL : 0;
}

/** By which the origin can say that what is kept is still right; nothing if the answer has neither of these. */
function conditionsOf({ headers = [] }: Response): HeaderFields {
  const conditions = [
    ['If-None-Match', valuesOf(headers, 'etag')],
    ['If-Modified-Since', valuesOf(headers, 'last-modified')],
  ] as const;
  return conditions.flatMap(([name, [value]]) => (value === undefined ? [] : [[name, value] as const]));
}

/** What CloudFront adds to an answer. */
const edgeFields = (result: EdgeResult): HeaderFields => [
  ['X-Cache', `${result} from cloudfront`],
  ['Via', '1.1 8a7f0e4c5d6b.cloudfront.net (CloudFront)'],
  ['X-Amz-Cf-Pop', 'FRA56-P4'],
  ['X-Amz-Cf-Id', 'Uo3yq2l0M1cYH0n7fW9bE5dQ=='],
];

/**
 * An edge server as CloudFront documents it: it relays redirects and never follows them, and keeps answers to GET and HEAD
 * in a cache. Its clock is that of the scenario.
 */
export class Edge {
  readonly #entries = new Map<string, Entry>();
  #now = 0;

  /** The clock goes on by so many seconds. */
  advance(seconds: number): void {
    this.#now += seconds;
  }

  /** Forgets a path, or all paths with a beginning: `/old/*`. */
  invalidate(pattern: string): void {
    const [start = '', wildcard] = pattern.split('*');
    for (const path of this.#entries.keys())
      if (wildcard === undefined ? path === pattern : path.startsWith(start)) this.#entries.delete(path);
  }

  /** Answers a request for a path with its query; `ask` asks the origin, with conditions if something is kept. */
  answer(
    method: string,
    path: string,
    ask: (conditions: HeaderFields) => Answer,
  ): { readonly result: EdgeResult; readonly answer: Answer } {
    const isKept = method === 'GET' || method === 'HEAD';
    const entry = isKept ? this.#entries.get(path) : undefined;
    if (entry && this.#now - entry.storedAt < entry.freshFor) return this.#kept('Hit', entry);
    const answer = ask(entry ? conditionsOf(entry.answer) : []);
    // Exact bytes cannot be relayed as fields.
    if ('raw' in answer) return { result: 'Miss', answer };
    if (entry && answer.status === 304) {
      const confirmed = { ...entry, storedAt: this.#now };
      this.#entries.set(path, confirmed);
      return this.#kept('RefreshHit', confirmed);
    }
    const freshFor = timeToLive(answer);
    if (isKept && freshFor > 0) this.#entries.set(path, { answer, storedAt: this.#now, freshFor });
    const { headers = [], ...rest } = answer;
    return { result: 'Miss', answer: { ...rest, headers: [...headers, ...edgeFields('Miss')] } };
  }

  #kept(result: EdgeResult, { answer, storedAt }: Entry): { readonly result: EdgeResult; readonly answer: Answer } {
    const { headers = [], ...rest } = answer;
    const age = String(this.#now - storedAt);
    return { result, answer: { ...rest, headers: [...headers, ['Age', age], ...edgeFields(result)] } };
  }
}

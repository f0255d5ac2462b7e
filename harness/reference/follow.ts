import { gunzipSync } from 'node:zlib';
import { valuesOf } from '../../suites/vocabulary/header-fields.ts';
import type { HistoryEntry } from '../../suites/vocabulary/observation.ts';
import { redirectStatuses } from '../../suites/vocabulary/status.ts';
import type { ClientRequest, ClientResponse } from '../adapter/index.ts';
import {
  BodyNotReplayableError,
  InvalidLocationError,
  RedirectLoopError,
  RedirectRefusedError,
  TooManyRedirectsError,
} from './errors.ts';
import { firstRequest } from './first-request.ts';
import type { OutgoingRequest, ReceivedAnswer, SendOne } from './messages.ts';
import { nextRequest, targetOf } from './next-request.ts';
import type { Policy } from './policy.ts';

/** The policy, and the fields that the caller wants to stay at their origin. */
function withSensitiveHeaders(names: readonly string[], policy: Policy): Policy {
  const sensitive = new Set(names.map((name) => name.toLowerCase()));
  return {
    ...policy,
    dropsField: (field, from, to) =>
      policy.dropsField(field, from, to) || (from.origin !== to.origin && sensitive.has(field.toLowerCase())),
  };
}

/** The policy, except for what the caller wants for POST after 301 and 302. */
function withRewriteMethods(rewrites: boolean | undefined, policy: Policy): Policy {
  if (rewrites === undefined) return policy;
  const isAsked = (status: number, method: string): boolean => method === 'POST' && (status === 301 || status === 302);
  return {
    ...policy,
    methodAfter: (status, method) => (isAsked(status, method) ? (rewrites ? 'GET' : 'POST') : policy.methodAfter(status, method)),
  };
}

/** The body without its content coding. That of a redirect is never decoded, so an error in it does not matter. */
const decoded = ({ headers, body }: ReceivedAnswer): Uint8Array =>
  valuesOf(headers, 'content-encoding').join() === 'gzip' && body.length > 0 ? gunzipSync(body) : body;

const withoutFragment = ({ href }: URL): string => href.split('#', 1).join();

function toResponse(
  answer: ReceivedAnswer,
  { url }: OutgoingRequest,
  history: readonly HistoryEntry[],
  policy: Policy,
): ClientResponse {
  const reported = policy.reportsFragment ? url.href : withoutFragment(url);
  return { ...answer, body: decoded(answer), url: reported, redirected: history.length > 0, history };
}

/** The first request, with its certificate bound to its origin if the policy says so. */
const bound = (first: OutgoingRequest, { bindsCertificate }: Policy): OutgoingRequest =>
  first.certificate && bindsCertificate ? { ...first, certificate: { ...first.certificate, onlyAt: first.url.origin } } : first;

const isRedirect = ({ status }: ReceivedAnswer): boolean => redirectStatuses.some((each) => each === status);

/** Makes a call and follows its redirects by a policy. */
export async function follow(call: ClientRequest, rules: Policy, send: SendOne): Promise<ClientResponse> {
  const policy = withRewriteMethods(call.rewriteMethods, withSensitiveHeaders(call.sensitiveHeaders ?? [], rules));
  const { redirect, maxRedirects: limit = policy.limit, maxBytes = Infinity, onRedirect = () => [] } = call;
  const isReadOnce = call.body instanceof ReadableStream && !policy.replaysStreams;
  const first = bound(await firstRequest(call), policy);
  // No later request has a longer body.
  const { maxRequestBytes = Infinity } = call;
  if (first.body && first.body.length > maxRequestBytes) throw new Error(`the request has more than ${maxRequestBytes} bytes`);
  const history: HistoryEntry[] = [];
  const visited = new Set([withoutFragment(first.url)]);
  const sendOrRetry: SendOne = async (request) => {
    const answer = await send(request);
    const isRetried = answer.status === 421 && policy.retriesMisdirected && !(isReadOnce && request.body);
    return isRetried ? send({ ...request, newConnection: true }) : answer;
  };
  for (let request = first; ;) {
    const answer = await sendOrRetry(request);
    const location = policy.locationOf(answer);
    // HTTP fetch, step 6: the mode comes before the Location.
    if (redirect === 'error' && (location !== undefined || isRedirect(answer)))
      throw new RedirectRefusedError('redirect refused: the caller wants none');
    const overLimit = history.length >= limit && !policy.throwsAtLimit && !call.throwAtLimit;
    if (location === undefined || redirect === 'manual' || overLimit) {
      if (answer.body.length > maxBytes) throw new Error(`the body has more than ${maxBytes} bytes`);
      return toResponse(answer, request, history, policy);
    }
    const locations = valuesOf(answer.headers, 'location');
    if (policy.refusesWriting(locations)) throw new InvalidLocationError(`Location is not valid: ${locations.join(' | ')}`);
    const target = targetOf(location, request, policy);
    if (policy.stopsAtRevisit && visited.has(withoutFragment(target)))
      throw new RedirectLoopError(`redirect loop at ${target.href}`);
    if (history.length >= limit) throw new TooManyRedirectsError(`more than ${limit} redirects`);
    if (isReadOnce && request.body && answer.status !== 303) throw new BodyNotReplayableError('the body cannot be read again');
    const added = onRedirect({ status: answer.status, url: request.url.href });
    history.push({ status: answer.status, url: request.url.href, headers: answer.headers });
    visited.add(withoutFragment(target));
    const next = nextRequest(policy.source(request, first), answer.status, request.url, target, policy);
    if (next.body && next.url.origin !== request.url.origin && policy.refusesBody(next.body))
      throw new RedirectRefusedError('redirect refused: the body has a secret');
    request = { ...next, headers: [...next.headers, ...added] };
  }
}

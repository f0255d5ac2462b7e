import {
  BodyNotReplayableError,
  InvalidLocationError,
  RedirectLoopError,
  RedirectRefusedError,
  TooManyRedirects,
  UnsupportedSchemeError,
} from './errors.ts';
import { valuesIn } from './fields.ts';
import type { Fields, FollowedRedirect, PlainRequest, ReceivedAnswer } from './messages.ts';
import type { Policy } from './policy.ts';

/** What a caller decides about the redirects of one call. */
export interface FollowOptions {
  /** Whether redirects are followed. Otherwise the first one is returned. */
  readonly allowRedirects: boolean;
  /** How many redirects are followed. */
  readonly maxRedirects: number;
  /** Called before each redirect is followed; returns fields to add to the next request. */
  readonly onRedirect: (redirect: FollowedRedirect) => Fields;
}

/** The end of a chain: the last request, its answer, and the redirects before it, oldest first. */
export interface Followed {
  readonly answer: ReceivedAnswer;
  readonly request: PlainRequest;
  readonly history: readonly FollowedRedirect[];
}

/** Node.js reads octets outside ASCII as Latin-1. Percent-encoded, they stay the same octets. */
const escapeOctets = (location: string): string =>
  location.replace(/[\u0080-\u00ff]/g, (octet) => `%${octet.charCodeAt(0).toString(16).toUpperCase()}`);

/** The URL that a Location names. Throws if the policy does not follow it. */
function targetOf(value: string, answer: ReceivedAnswer, from: URL, policy: Policy): URL {
  const written = valuesIn(answer.headers, 'location');
  if (policy.refusesWriting(written)) throw new InvalidLocationError(`Location is not valid: ${written.join(' | ')}`);
  const location = escapeOctets(value);
  if (!URL.canParse(location, from)) throw new InvalidLocationError(`Location is not a valid URL: ${location}`);
  const target = new URL(location, from);
  if (!/^https?:$/.test(target.protocol)) throw new UnsupportedSchemeError(`unsupported protocol: ${target.protocol}`);
  if (policy.refuses(from, target)) throw new RedirectRefusedError(`redirect refused: ${from.origin} to ${target.origin}`);
  // RFC 9110 section 10.2.2. The empty fragment of `/b#` blocks inheritance, and only the text shows that there is one.
  if (!location.includes('#')) target.hash = from.hash;
  return target;
}

/** The request that follows a redirect. */
function nextRequest(request: PlainRequest, { status }: ReceivedAnswer, target: URL, policy: Policy): PlainRequest {
  const method = policy.methodAfter(status, request.method);
  const keepsBody = method === request.method && policy.keepsBody(status);
  const isKept = ([field]: Fields[number]): boolean =>
    !policy.dropsField(field, request.url, target) && (keepsBody || !policy.belongsToBody(field));
  const body = keepsBody ? request.body : undefined;
  if (body && target.origin !== request.url.origin && policy.refusesBody(body))
    throw new RedirectRefusedError('redirect refused: the body has a secret');
  return { ...request, method, url: target, headers: request.headers.filter(isKept), body };
}

/** Sends a request, and once more on a new connection if it reached a server that does not answer for its origin. */
async function sendTwiceAtMost(
  request: PlainRequest,
  policy: Policy,
  send: (request: PlainRequest) => Promise<ReceivedAnswer>,
): Promise<ReceivedAnswer> {
  const answer = await send(request);
  const isRetried = answer.status === 421 && policy.retriesMisdirected && !isUsedUp(request, policy);
  return isRetried ? send({ ...request, newConnection: true }) : answer;
}

/** Whether the body of a request was a stream, so that the policy does not send it again. */
const isUsedUp = ({ isReadOnce, body }: PlainRequest, { replaysStreams }: Policy): boolean =>
  isReadOnce === true && body !== undefined && !replaysStreams;

/** Sends a request and follows the redirects by a policy. */
export async function follow(
  first: PlainRequest,
  policy: Policy,
  { allowRedirects, maxRedirects, onRedirect }: FollowOptions,
  send: (request: PlainRequest) => Promise<ReceivedAnswer>,
): Promise<Followed> {
  const history: FollowedRedirect[] = [];
  const visited = new Set([policy.visitOf(first)]);
  for (let request = first; ;) {
    const answer = await sendTwiceAtMost(request, policy, send);
    const location = policy.locationOf(answer);
    const isReturned = !allowRedirects || (history.length >= maxRedirects && !policy.throwsAtLimit);
    if (location === undefined || isReturned) return { answer, request, history };

    const target = targetOf(location, answer, request.url, policy);
    const next = nextRequest(request, answer, target, policy);
    const visit = policy.visitOf(next);
    // Before the limit: a loop is reported at once.
    if (visit !== undefined && visited.has(visit)) throw new RedirectLoopError(`redirect loop at ${target.href}`);
    if (history.length >= maxRedirects) throw new TooManyRedirects(`more than ${maxRedirects} redirects`);
    if (isUsedUp(request, policy) && answer.status !== 303) throw new BodyNotReplayableError('the body cannot be read again');

    const redirect = { status: answer.status, url: request.url.href, headers: answer.headers };
    const added = onRedirect(redirect);
    history.push(redirect);
    visited.add(visit);
    request = { ...next, headers: [...next.headers, ...added] };
  }
}

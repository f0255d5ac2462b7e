import { arrayBuffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import type { HistoryEntry } from '../../suites/vocabulary/observation.ts';
import type { HeaderFields } from '../../suites/vocabulary/scenario.ts';
import type { ClientRequest, ClientResponse } from '../client.ts';
import { inShape, valuesOf } from '../fields.ts';
import {
  BodyNotReplayableError,
  InvalidLocationError,
  RedirectLoopError,
  RedirectRefusedError,
  TooManyRedirectsError,
  UnsupportedSchemeError,
} from './errors.ts';
import type { Answer, Exchange } from './exchange.ts';
import type { Policy } from './policy.ts';

/** Sends one request, without following anything. */
export type Send = (request: Exchange) => Promise<Answer>;

/** Octets outside ASCII come as Latin-1; escaped, they stay the octets they are. */
const escapeOctets = (location: string): string =>
  location.replace(/[\u0080-\u00ff]/g, (octet) => `%${octet.charCodeAt(0).toString(16).toUpperCase()}`);

function targetOf(value: string, { url }: Exchange, policy: Policy): URL {
  const location = escapeOctets(value);
  if (!URL.canParse(location, url)) throw new InvalidLocationError(`Location is no URL: ${location}`);
  const target = new URL(location, url);
  if (!/^https?:$/.test(target.protocol)) throw new UnsupportedSchemeError(`unsupported protocol: ${target.protocol}`);
  if (policy.refuses(url, target)) throw new RedirectRefusedError(`redirect refused: ${url.origin} to ${target.origin}`);
  // RFC 9110 section 10.2.2; the empty fragment of `/b#` blocks it, and only the text shows that there is one.
  if (!location.includes('#')) target.hash = url.hash;
  return target;
}

/** The request that follows a redirect. */
function nextRequest(source: Exchange, status: number, from: URL, url: URL, policy: Policy): Exchange {
  const method = policy.methodAfter(status, source.method);
  const keepsBody = method === source.method && policy.keepsBody(status);
  const goesAlong = ([field]: readonly [string, string]): boolean =>
    !policy.staysBehind(field, from, url) && (keepsBody || !policy.belongsToBody(field));
  return { ...source, method, url, headers: source.headers.filter(goesAlong), body: keepsBody ? source.body : undefined };
}

/** The body without its content coding. That of a redirect is not looked at, so that damage in it does not matter. */
const decoded = ({ headers, body }: Answer): Uint8Array =>
  valuesOf(headers, 'content-encoding').join() === 'gzip' && body.length > 0 ? gunzipSync(body) : body;

const withoutFragment = ({ href }: URL): string => href.split('#', 1).join();

const basic = (username: string, password: string): readonly [string, string] => [
  'Authorization',
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
];

/** The body of a call in bytes, and the field that describes those that were made here. */
async function bytesToSend({ body, form }: Pick<ClientRequest, 'body' | 'form'>): Promise<{
  readonly body: Uint8Array | undefined;
  readonly fields: HeaderFields;
}> {
  if (form) {
    const encoded = new Response(form);
    return { body: await encoded.bytes(), fields: [['Content-Type', encoded.headers.get('content-type') ?? '']] };
  }
  return { body: body instanceof ReadableStream ? new Uint8Array(await arrayBuffer(body)) : body, fields: [] };
}
/** The fields of a call, read from the form in which they are handed over. */
function givenFields({ headers, headerShape }: Pick<ClientRequest, 'headers' | 'headerShape'>): HeaderFields {
  const given = headerShape ? inShape(headers, headerShape) : headers;
  return Symbol.iterator in given ? [...given] : Object.entries(given);
}

/** The methods that Fetch puts into capitals. */
const known = /^(delete|get|head|options|post|put)$/i;

/** The first request: user name and password of URL or option become a field, a stream is read to its end. */
async function firstRequest({ method, url, auth, http2, proxy, ...call }: ClientRequest): Promise<Exchange> {
  const target = new URL(url);
  const { username, password } = target;
  target.username = '';
  target.password = '';
  const given =
    auth ?? (username ? { username: decodeURIComponent(username), password: decodeURIComponent(password) } : undefined);
  // How the body is framed is the client's own business, whatever the caller says of it.
  const replaced = given ? /^(authorization|content-length|transfer-encoding)$/i : /^(content-length|transfer-encoding)$/i;
  const others = givenFields(call).filter(([name]) => !replaced.test(name));
  const { body, fields } = await bytesToSend(call);
  return {
    method: known.test(method) ? method.toUpperCase() : method,
    url: target,
    headers: [...others, ...fields, ...(given ? [basic(given.username, given.password)] : [])],
    body,
    http2,
    proxy,
  };
}

/** A policy, and beside what it leaves behind the fields that the caller wants to stay at their origin. */
function keepingBehind(names: readonly string[], policy: Policy): Policy {
  const sensitive = new Set(names.map((name) => name.toLowerCase()));
  return {
    ...policy,
    staysBehind: (field, from, to) =>
      policy.staysBehind(field, from, to) || (from.origin !== to.origin && sensitive.has(field.toLowerCase())),
  };
}

/** A policy, but for what the caller wants of POST after 301 and 302. */
function rewriting(rewrites: boolean | undefined, policy: Policy): Policy {
  if (rewrites === undefined) return policy;
  const isOpen = (status: number, method: string): boolean => method === 'POST' && (status === 301 || status === 302);
  return {
    ...policy,
    methodAfter: (status, method) => (isOpen(status, method) ? (rewrites ? 'GET' : 'POST') : policy.methodAfter(status, method)),
  };
}

/** Makes a call and follows its redirects as a policy has it. */
export async function follow(call: ClientRequest, rules: Policy, send: Send): Promise<ClientResponse> {
  const policy = rewriting(call.rewriteMethods, keepingBehind(call.sensitiveHeaders ?? [], rules));
  const { redirect, maxRedirects: limit = policy.limit, maxBytes = Infinity, onRedirect = () => [] } = call;
  const isReadOnce = call.body instanceof ReadableStream && !policy.replaysStreams;
  const first = await firstRequest(call);
  const history: HistoryEntry[] = [];
  const visited = new Set([withoutFragment(first.url)]);
  for (let request = first; ;) {
    const answer = await send(request);
    const location = policy.locationOf(answer);
    const overLimit = history.length >= limit && !policy.throwsAtLimit;
    if (location === undefined || redirect === 'manual' || overLimit) {
      if (answer.body.length > maxBytes) throw new Error(`the body has more than ${maxBytes} bytes`);
      const url = policy.tellsFragment ? request.url.href : withoutFragment(request.url);
      return { ...answer, body: decoded(answer), url, redirected: history.length > 0, history };
    }
    if (redirect === 'error') throw new RedirectRefusedError('redirect refused: the caller wants none');
    const target = targetOf(location, request, policy);
    if (policy.stopsAtRevisit && visited.has(withoutFragment(target)))
      throw new RedirectLoopError(`redirect loop at ${target.href}`);
    if (history.length >= limit) throw new TooManyRedirectsError(`more than ${limit} redirects`);
    if (isReadOnce && request.body && answer.status !== 303) throw new BodyNotReplayableError('the body cannot be read again');
    const added = onRedirect({ status: answer.status, url: request.url.href });
    history.push({ status: answer.status, url: request.url.href, headers: answer.headers });
    visited.add(withoutFragment(target));
    const next = nextRequest(policy.source(request, first), answer.status, request.url, target, policy);
    request = { ...next, headers: [...next.headers, ...added] };
  }
}

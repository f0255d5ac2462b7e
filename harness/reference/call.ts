import { fieldsOfRaw } from '../../suites/vocabulary/header-fields.ts';
import { redirectStatuses } from '../../suites/vocabulary/status.ts';
import { type ClientRequest, type ClientResponse, inShape } from '../adapter/index.ts';
import { requestBy, type RequestOptions } from '../policy/client.ts';
import { RedirectRefusedError } from '../policy/errors.ts';
import type { OutgoingRequest, SendOne } from './messages.ts';
import type { ReferencePolicy } from './policy.ts';

/** The policy, and the fields that the caller wants to stay at their origin. */
function withSensitiveHeaders(names: readonly string[], policy: ReferencePolicy): ReferencePolicy {
  const sensitive = new Set(names.map((name) => name.toLowerCase()));
  return {
    ...policy,
    dropsField: (field, from, to) =>
      policy.dropsField(field, from, to) || (from.origin !== to.origin && sensitive.has(field.toLowerCase())),
  };
}

/** The policy, except for what the caller wants for POST after 301 and 302. */
function withRewriteMethods(rewrites: boolean | undefined, policy: ReferencePolicy): ReferencePolicy {
  if (rewrites === undefined) return policy;
  const isAsked = (status: number, method: string): boolean => method === 'POST' && (status === 301 || status === 302);
  return {
    ...policy,
    methodAfter: (status, method) => (isAsked(status, method) ? (rewrites ? 'GET' : 'POST') : policy.methodAfter(status, method)),
  };
}

/** The policy, changed by the options of a call that change decisions. */
function policyFor(
  { rewriteMethods, sensitiveHeaders = [], throwAtLimit }: ClientRequest,
  policy: ReferencePolicy,
): ReferencePolicy {
  const changed = withRewriteMethods(rewriteMethods, withSensitiveHeaders(sensitiveHeaders, policy));
  return { ...changed, throwsAtLimit: policy.throwsAtLimit || throwAtLimit === true };
}

/** Fails on every redirect. HTTP fetch, step 6: the mode comes before the Location. */
const refusingRedirects =
  ({ locationOf }: ReferencePolicy, send: SendOne): SendOne =>
  async (request) => {
    const answer = await send(request);
    if (locationOf(answer) !== undefined || redirectStatuses.some((each) => each === answer.status))
      throw new RedirectRefusedError('redirect refused: the caller wants none');
    return answer;
  };

/** Sends no body that is longer. */
const withRequestLimit =
  (maxBytes: number, send: SendOne): SendOne =>
  async (request) => {
    if (request.body && request.body.length > maxBytes) throw new Error(`the request has more than ${maxBytes} bytes`);
    return send(request);
  };

/** The way that every request of a call takes. The certificate is bound to the origin of the call if the policy says so. */
function wayOf(
  { url, http2, proxy, socksProxy, unixSocket, clientCertificate }: ClientRequest,
  { bindsCertificate }: ReferencePolicy,
): Partial<OutgoingRequest> {
  const { host, origin } = new URL(url);
  return {
    http2,
    proxy,
    ...(clientCertificate && { certificate: bindsCertificate ? { ...clientCertificate, onlyAt: origin } : clientCertificate }),
    ...(socksProxy && { socksProxy }),
    ...(unixSocket && { socket: { host, path: unixSocket } }),
  };
}

/** The URL of a call with the query and the credentials that its options add. */
function addressOf({ url, auth, query = [] }: ClientRequest): string {
  const address = new URL(url);
  for (const [name, value] of query) address.searchParams.append(name, value);
  if (auth) address.username = encodeURIComponent(auth.username);
  if (auth) address.password = encodeURIComponent(auth.password);
  return address.href;
}

/** The fields of a call, read from the form in which they are passed. */
function fieldsOfCall({ headers, headerShape }: ClientRequest): NonNullable<RequestOptions['headers']> {
  const given = headerShape ? inShape(headers, headerShape) : headers;
  return Array.isArray(given) ? fieldsOfRaw(given.flat()) : given;
}

/** Makes a call by a policy, with every option that the suite knows. */
export async function makeCall(call: ClientRequest, original: ReferencePolicy, send: SendOne): Promise<ClientResponse> {
  const { method, body = call.form, redirect, maxRedirects, onRedirect, maxBytes = Infinity, maxRequestBytes = Infinity } = call;
  const policy = policyFor(call, original);
  const way = wayOf(call, policy);
  const onItsWay: SendOne = (request) => send({ ...request, ...way });
  const limited = withRequestLimit(maxRequestBytes, onItsWay);
  const request = requestBy(policy, redirect === 'error' ? refusingRedirects(policy, limited) : limited);
  const response = await request(method, addressOf(call), {
    headers: fieldsOfCall(call),
    ...(body && { body: body as NonNullable<RequestOptions['body']> }),
    allow_redirects: redirect !== 'manual',
    ...(maxRedirects !== undefined && { max_redirects: maxRedirects }),
    ...(onRedirect && { on_redirect: onRedirect }),
  });
  if (response.body.length > maxBytes) throw new Error(`the body has more than ${maxBytes} bytes`);
  return response;
}

import {
  type Abort,
  type Call,
  type Form,
  type HeaderShape,
  isStreamed,
  type Proxying,
  type ProxyUse,
  type RedirectHook,
} from '../vocabulary/call.ts';
import { bodyLines, type DescribedLine, fieldLines, noteLines } from './described-line.ts';

function proxyWords({ http, https, bypass = [] }: Proxying): readonly string[] {
  const use = ([scheme, { at, userinfo }]: readonly [string, ProxyUse]): string =>
    `${scheme} through ${at}${userinfo ? `, as ${userinfo}` : ''}`;
  const hosts = bypass.length === 0 ? [] : [`without a proxy: ${bypass.join(', ')}`];
  return [use(['http', http]), https ? use(['https', https]) : 'https without a proxy', ...hosts];
}

/** The form in which the caller passes the fields. */
export const shapeWords: Readonly<Record<HeaderShape, string>> = {
  object: 'an object',
  map: 'a Map',
  headers: 'a Headers object',
  pairs: 'a list of pairs',
  list: 'one flat list of names and values',
};

function hookWords({ add = [], throwAt, abortAt }: RedirectHook): readonly string[] {
  return [
    'a function of the caller is called before each redirect is followed',
    ...add.map(([name, value]) => `the function adds ${name}: ${value}`),
    ...(throwAt === undefined ? [] : [`the function throws at redirect ${throwAt}`]),
    ...(abortAt === undefined ? [] : [`the function aborts the call at redirect ${abortAt}`]),
  ];
}

function formWords(form: Form): readonly string[] {
  if (form.as === 'blob') return [`body as a Blob of type ${form.type}: ${JSON.stringify(form.text)}`];
  const kind = form.as === 'multipart' ? 'FormData' : 'URLSearchParams';
  return [`body as ${kind}`, ...form.fields.map(([name, value]) => `form field ${name}: ${JSON.stringify(value)}`)];
}

function momentOf(on: Abort['on']): string {
  if (on === 'start') return 'before the call begins';
  return 'request' in on
    ? `as soon as a request has arrived at ${on.request}`
    : `as soon as the answer of ${on.answer} has been sent`;
}

const abortWords = (abort: Abort): string =>
  `${'reason' in abort ? "the caller's deadline passes" : 'the caller aborts'} ${momentOf(abort.on)}`;

const bodyWords = (body: Call['body']): readonly string[] =>
  body !== undefined && isStreamed(body)
    ? [`body as a stream that can be read once: ${body.stream.map((part) => JSON.stringify(part)).join(', ')}`]
    : [];

/** How a call is made, beside its method, URL, fields and a body in text: a line each. */
function optionWords(call: Call): readonly string[] {
  const { userinfo, auth, body, form, headerShape, redirect, maxRedirects, rewriteMethods, sensitiveHeaders, maxBytes } = call;
  const {
    netrc,
    cookies = [],
    query = [],
    throwAtLimit,
    maxRequestBytes,
    through,
    onRedirect,
    http2,
    socksProxy,
    unixSocket,
    clientCertificate,
    proxy,
    abort,
  } = call;
  return [
    ...(through ? [through === 'websocket' ? 'through a WebSocket' : 'through an EventSource'] : []),
    ...(userinfo === undefined ? [] : [`user name and password in the URL: ${userinfo}`]),
    ...(auth ? [`user name and password by an option: ${auth.username}:${auth.password}`] : []),
    ...(netrc === undefined ? [] : [`.netrc: ${netrc.trim().replaceAll('\n', '; ')}`]),
    ...cookies.map(([name, value]) => `cookie by an option: ${name}=${value}`),
    ...query.map(([name, value]) => `query by an option: ${name}=${value}`),
    ...bodyWords(body),
    ...(form ? formWords(form) : []),
    ...(redirect === undefined ? [] : [`redirect: ${redirect}`]),
    ...(maxRedirects === undefined ? [] : [`at most ${maxRedirects} redirects`]),
    ...(throwAtLimit ? ['a redirect beyond the limit is an error'] : []),
    ...(rewriteMethods === undefined ? [] : [`POST on 301 and 302: ${rewriteMethods ? 'becomes GET' : 'stays POST'}`]),
    ...(headerShape ? [`fields in ${shapeWords[headerShape]}`] : []),
    ...(sensitiveHeaders ? [`sensitive fields: ${sensitiveHeaders.join(', ')}`] : []),
    ...(maxBytes === undefined ? [] : [`at most ${maxBytes} bytes in the body of the response`]),
    ...(maxRequestBytes === undefined ? [] : [`at most ${maxRequestBytes} bytes in the body of each request`]),
    ...(onRedirect ? hookWords(onRedirect) : []),
    ...(socksProxy ? [`every connection through ${socksProxy}`] : []),
    ...(unixSocket ? [`to the unix socket of ${unixSocket}`] : []),
    ...(clientCertificate ? ['with a certificate of the caller'] : []),
    ...(http2 ? ['HTTP/2 where the origin offers it'] : []),
    ...(proxy ? proxyWords(proxy) : []),
    ...(abort ? [abortWords(abort)] : []),
  ];
}

/** A call as lines: method and URL, options, fields, and the body. */
export function describeCall(call: Call): readonly DescribedLine[] {
  const { method, url, headers = [], body = '' } = call;
  return [
    { is: 'start', text: `${method} ${url}` },
    ...noteLines(optionWords(call)),
    ...fieldLines(headers),
    ...(typeof body === 'object' && isStreamed(body) ? [] : bodyLines(body)),
  ];
}

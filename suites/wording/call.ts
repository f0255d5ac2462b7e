import {
  type Abort,
  type Call,
  type Form,
  type HeaderShape,
  isStreamed,
  type Proxying,
  type ProxyUse,
  type RedirectHook,
  type SocksProxyUse,
} from '../vocabulary/call.ts';
import type { CallingPage } from '../vocabulary/page.ts';
import { bodyLines, type DescribedLine, fieldLines, noteLines } from './described-line.ts';

const useWords = ({ at, userinfo }: ProxyUse | SocksProxyUse): string => (userinfo ? `${at}, as ${userinfo}` : at);

function proxyWords({ http, https, bypass = [] }: Proxying): readonly string[] {
  const use = ([scheme, proxy]: readonly [string, ProxyUse]): string => `${scheme} through ${useWords(proxy)}`;
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
  const file = form.as === 'multipart' && form.file;
  return [
    `body as ${kind}`,
    ...form.fields.map(([name, value]) => `form field ${name}: ${JSON.stringify(value)}`),
    ...(file ? [`form field ${file.name}: a Blob of type ${file.type} from a file: ${JSON.stringify(file.text)}`] : []),
  ];
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

const apiWords: Readonly<Record<NonNullable<Call['through']>, string>> = {
  'event-source': 'an EventSource',
  websocket: 'a WebSocket',
  s3: 'an operation of a client for S3',
  navigation: 'a navigation',
  beacon: 'a beacon',
  'csp-report': 'a report of a violated Content-Security-Policy',
};

const pageWords = ({ at, mode, credentials, policy }: CallingPage): readonly string[] => [
  at === undefined ? 'by a page of the same origin' : `by a page of ${at}`,
  ...(mode === undefined ? [] : [`mode: ${mode}`]),
  ...(credentials === undefined ? [] : [`credentials: ${credentials}`]),
  ...(policy === undefined ? [] : [`Content-Security-Policy of the page: ${policy}`]),
];

/** The parts of a call that are options: everything but the request itself. */
type Option = Exclude<keyof Call, 'method' | 'url' | 'headers'>;

/** Every option in words, in the order in which they are shown. */
const optionWords: { readonly [Each in Option]: (value: NonNullable<Call[Each]>) => readonly string[] } = {
  through: (api) => [`through ${apiWords[api]}`],
  page: pageWords,
  userinfo: (userinfo) => [`user name and password in the URL: ${userinfo}`],
  auth: ({ username, password }) => [`user name and password by an option: ${username}:${password}`],
  netrc: (text) => [`.netrc: ${text.trim().replaceAll('\n', '; ')}`],
  tokenProvider: (tokens) => tokens.map(([origin, value]) => `a function of the caller returns for ${origin}: ${value}`),
  cookies: (cookies) => cookies.map(([name, value]) => `cookie by an option: ${name}=${value}`),
  query: (query) => query.map(([name, value]) => `query by an option: ${name}=${value}`),
  body: bodyWords,
  form: formWords,
  redirect: (mode) => [`redirect: ${mode}`],
  maxRedirects: (limit) => [`at most ${limit} redirects`],
  throwAtLimit: () => ['a redirect beyond the limit is an error'],
  rewriteMethods: (rewrites) => [`POST on 301 and 302: ${rewrites ? 'becomes GET' : 'stays POST'}`],
  headerShape: (shape) => [`fields in ${shapeWords[shape]}`],
  sensitiveHeaders: (names) => [`sensitive fields: ${names.join(', ')}`],
  maxBytes: (limit) => [`at most ${limit} bytes in the body of the response`],
  maxRequestBytes: (limit) => [`at most ${limit} bytes in the body of each request`],
  times: (times) => [`made ${times} times, one after the other`],
  onRedirect: hookWords,
  socksProxy: (proxy) => [`every connection through ${useWords(proxy)}`],
  unixSocket: (origin) => [`to the unix socket of ${origin}`],
  clientCertificate: () => ['with a certificate of the caller'],
  http2: () => ['HTTP/2 where the origin offers it'],
  proxy: proxyWords,
  abort: (abort) => [abortWords(abort)],
};

/** The options of a call in words. */
const describeOptions = (call: Call): readonly string[] =>
  (Object.keys(optionWords) as Option[]).flatMap((option) => {
    const value = call[option];
    return value === undefined ? [] : (optionWords[option] as (given: typeof value) => readonly string[])(value);
  });

/** A call as lines: method and URL, options, fields, and the body. */
export function describeCall(call: Call): readonly DescribedLine[] {
  const { method, url, headers = [], body = '' } = call;
  return [
    { is: 'start', text: `${method} ${url}` },
    ...noteLines(describeOptions(call)),
    ...fieldLines(headers),
    ...(typeof body === 'object' && isStreamed(body) ? [] : bodyLines(body)),
  ];
}

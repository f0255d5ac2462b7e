import { type Call, isStreamed } from './call.ts';

interface CapabilityDefinition {
  /** What an adapter promises that declares it. */
  readonly promise: string;
  /** The part of a call that asks for it. Without one, scenarios name the capability in `needs`. */
  readonly option?: keyof Call;
  /** Whether a call asks for it, if not every value of that part does. */
  readonly asks?: (call: Call) => boolean;
  /** Only a browser has it: neither a rule book nor the reference client does. */
  readonly ofBrowser?: true;
}

const definitions = {
  'stream-body': {
    promise: '`body` may be a `ReadableStream` that can be read once',
    option: 'body',
    asks: ({ body }) => body !== undefined && isStreamed(body),
  },
  auth: {
    promise: "`auth: { username, password }` is passed to the client's own option for HTTP Basic",
    option: 'auth',
  },
  netrc: {
    promise:
      '`netrc` is the path of a `.netrc` file, which is `~/.netrc` for a driver in a process of its own; the client takes from it user name and password for each host that it sends to',
    option: 'netrc',
  },
  'token-provider': {
    promise:
      '`tokenProvider(url)`, a function of the caller, is asked for a value for Authorization before each request, redirected ones too; it returns `undefined` for an origin that it knows nothing for',
    option: 'tokenProvider',
  },
  cookies: {
    promise: "`cookies` are passed to the client's own option for cookies, as cookies of the host of `url`",
    option: 'cookies',
  },
  query: {
    promise: "`query` is passed to the client's own option for the query, which adds it to the URL",
    option: 'query',
  },
  manual: {
    promise: "with `redirect: 'manual'` the redirect itself is returned, unfollowed",
    option: 'redirect',
    asks: ({ redirect }) => redirect === 'manual',
  },
  'error-mode': {
    promise: "with `redirect: 'error'` a redirect is an error",
    option: 'redirect',
    asks: ({ redirect }) => redirect === 'error',
  },
  'max-redirects': {
    promise: '`maxRedirects` is obeyed; it counts redirects, not requests',
    option: 'maxRedirects',
  },
  'throw-at-limit': {
    promise: 'with `throwAtLimit: true` a redirect beyond the limit is an error, by an option of the client',
    option: 'throwAtLimit',
  },
  proxy: {
    promise: 'requests go through the proxies of `proxy`, configured the way a user of the client does it',
    option: 'proxy',
  },
  'http-proxy-only': {
    promise: '`proxy` may have no `https`; then only http URLs go through a proxy',
    option: 'proxy',
    asks: ({ proxy }) => proxy !== undefined && proxy.https === undefined,
  },
  'socks-proxy': {
    promise:
      'with `socksProxy` the client opens every connection through the SOCKS5 proxy with this URL, and gives it host names',
    option: 'socksProxy',
  },
  'unix-socket': {
    promise: 'with `unixSocket` the client connects to the socket with this path, instead of the host and port of the URL',
    option: 'unixSocket',
  },
  'client-certificate': {
    promise:
      "`clientCertificate: { cert, key }`, both as PEM, is passed to the client's own option for a certificate of the caller",
    option: 'clientCertificate',
  },
  http2: {
    promise: 'with `http2: true` it speaks HTTP/2 with origins that offer it by ALPN, and HTTP/1.1 with all others',
    option: 'http2',
  },
  form: {
    promise:
      '`form` is a `FormData`, `URLSearchParams` or `Blob` to send instead of `body`; the client makes its bytes and Content-Type',
    option: 'form',
  },
  'sensitive-headers': {
    promise:
      '`sensitiveHeaders` names fields that stay at their origin (scheme, host and port), whatever the client knows about them',
    option: 'sensitiveHeaders',
  },
  'header-shape': {
    promise:
      '`headers` are passed in the form that `headerShape` names: an object, a `Map`, or a `Headers` object; `inShape` makes it',
    option: 'headerShape',
    asks: ({ headerShape }) => headerShape === 'object' || headerShape === 'map' || headerShape === 'headers',
  },
  'header-pairs': {
    promise: '`headers` may be passed as a list of pairs: `inShape` makes it for the `headerShape` `pairs`',
    option: 'headerShape',
    asks: ({ headerShape }) => headerShape === 'pairs',
  },
  'header-list': {
    promise:
      '`headers` may be passed as one flat list of names and values in turn: `inShape` makes it for the `headerShape` `list`',
    option: 'headerShape',
    asks: ({ headerShape }) => headerShape === 'list',
  },
  'on-redirect': {
    promise:
      '`onRedirect({ status, url })` is called before each redirect is followed; it returns fields to add to the next request, an exception from it ends the chain, and it may abort the signal',
    option: 'onRedirect',
  },
  'rewrite-methods': {
    promise: '`rewriteMethods` is obeyed: whether 301 and 302 turn POST into GET',
    option: 'rewriteMethods',
  },
  'max-bytes': {
    promise: '`maxBytes` is obeyed: a longer body of the response is an error',
    option: 'maxBytes',
  },
  'max-request-bytes': {
    promise: '`maxRequestBytes` is obeyed: a longer body of a request is an error, and is not sent',
    option: 'maxRequestBytes',
  },
  abort: {
    promise: '`signal` is passed to the client, and ends the call when the caller aborts',
    option: 'abort',
    asks: ({ abort, onRedirect }) => abort !== undefined || onRedirect?.abortAt !== undefined,
  },
  'event-source': {
    promise:
      "with `through: 'event-source'` the URL is opened as an EventSource; the first message is the response, its origin the field `Message-Origin`",
    option: 'through',
    asks: ({ through }) => through === 'event-source',
  },
  websocket: {
    promise: "with `through: 'websocket'` the URL is opened as a WebSocket; the open connection is a response of status 101",
    option: 'through',
    asks: ({ through }) => through === 'websocket',
  },
  'event-source-headers': {
    promise: "with `through: 'event-source'` the client also sends `headers`, by its own option",
    option: 'through',
    asks: ({ through, headers = [] }) => through === 'event-source' && headers.length > 0,
  },
  'websocket-headers': {
    promise: "with `through: 'websocket'` the client also sends `headers` in the opening handshake, by its own option",
    option: 'through',
    asks: ({ through, headers = [] }) => through === 'websocket' && headers.length > 0,
  },
  s3: {
    promise:
      "with `through: 's3'` the client calls the operation of S3 that the method means (GET, HEAD, PUT and DELETE of an object; HEAD of a bucket, if the URL has no key), with credentials of its own; bucket, region and key are those in the URL: `https://<bucket>.s3.<region>.amazonaws.com/<key>`",
    option: 'through',
    asks: ({ through }) => through === 's3',
  },
  page: {
    promise:
      '`page` is obeyed: a script of a page at the origin `page.at` makes the call by fetch, with this mode and these credentials; the type of the response is the field `Response-Type`, and whether its redirects have a time the field `Redirect-Timing`',
    option: 'page',
    asks: ({ page, through }) => page !== undefined && through === undefined,
    ofBrowser: true,
  },
  navigation: {
    promise:
      "with `through: 'navigation'` a page at the origin `page.at` goes to the URL: by a link, or with `form` by sending it",
    option: 'through',
    asks: ({ through }) => through === 'navigation',
    ofBrowser: true,
  },
  beacon: {
    promise: "with `through: 'beacon'` a page hands the body to `sendBeacon`; the response, which it never sees, has status 0",
    option: 'through',
    asks: ({ through }) => through === 'beacon',
    ofBrowser: true,
  },
  'csp-report': {
    promise:
      "with `through: 'csp-report'` a page whose policy has the URL as its report-uri breaks that policy; the response, which nobody sees, has status 0",
    option: 'through',
    asks: ({ through }) => through === 'csp-report',
    ofBrowser: true,
  },
  'callers-objects': {
    promise:
      'every object that a caller would pass to the client, such as fields and options, goes through `given`, so that changes of it are seen',
  },
  'fetch-response': {
    promise: 'what it returns is a `Response` of the Fetch Standard; `url` and `redirected` are passed on unchanged',
  },
  'cookie-jar': { promise: 'a cookie that is set is sent with later requests of the scenario; needs `open`' },
  cache: { promise: 'a fresh answer is stored and reused; needs `open`' },
  agent: { promise: 'the client holds at most one connection to each origin; needs `open`' },
} as const satisfies Readonly<Record<string, CapabilityDefinition>>;

/** What an adapter may declare. A scenario that needs more is n/a for it. */
export type Capability = keyof typeof definitions;

export const capabilities: Readonly<Record<Capability, CapabilityDefinition>> = definitions;

export const capabilityNames = Object.keys(definitions) as Capability[];

/** The capabilities that only a browser has. */
export const ofBrowsers: readonly Capability[] = capabilityNames.filter((name) => capabilities[name].ofBrowser);

/** Whether a call asks the client for a capability. */
export function isAskedFor(name: Capability, call: Call): boolean {
  const { option, asks } = capabilities[name];
  return asks?.(call) ?? (option !== undefined && call[option] !== undefined);
}

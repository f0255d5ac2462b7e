import { describe, expect, test } from 'vitest';
import { type ErrorClass, errorClasses } from '../../suites/vocabulary/error-class.ts';
import type { ThrownError } from '../../suites/vocabulary/observation.ts';
import { recordedErrors } from '../fixtures/recorded-errors.ts';
import { classify } from './error-class.ts';

const classOf = (error: ThrownError, callerAborts = false): ErrorClass => classify(error, { callerAborts });

describe.for(Object.entries(recordedErrors))('recorded errors of the class %s', ([expected, errors]) => {
  test.for(errors)('$from.0 in $from.1', ({ error, callerAborts }) => {
    expect(classOf(error, callerAborts)).toBe(expected);
  });

  test('there are some', () => expect(errors).not.toEqual([]));
});

describe('errors of clients in other languages', () => {
  test.for<[client: string, expected: ErrorClass, error: ThrownError]>([
    [
      'a blocked address in the driver for urllib',
      'blocked-address',
      { name: 'ConnectionRefusedError', message: 'EBLOCKED 192.0.2.1:80 is not an origin of this scenario' },
    ],
    [
      'the same as urllib reports it',
      'blocked-address',
      {
        name: 'URLError',
        message: '<urlopen error EBLOCKED 192.0.2.1:80 is not an origin of this scenario>',
        cause: { name: 'ConnectionRefusedError', message: 'EBLOCKED 192.0.2.1:80 is not an origin of this scenario' },
      },
    ],
    ['requests, redirects', 'too-many-redirects', { name: 'TooManyRedirects', message: 'Exceeded 30 redirects.' }],
    [
      'reqwest, redirects',
      'too-many-redirects',
      { name: 'reqwest::Error', message: 'error following redirect: too many redirects' },
    ],
    [
      'requests, certificate',
      'tls',
      { name: 'SSLError', message: "HTTPSConnectionPool(host='expired.test', port=443): Max retries exceeded with url: /target" },
    ],
    ['Java, certificate', 'tls', { name: 'SSLHandshakeException', message: 'PKIX path building failed' }],
    [
      'Go, certificate',
      'tls',
      { name: '*url.Error', message: 'tls: failed to verify certificate: x509: certificate has expired' },
    ],
    ['requests, no answer in time', 'timeout', { name: 'ReadTimeout', message: "HTTPConnectionPool(host='home.test', port=80)" }],
    ['Java, no answer in time', 'timeout', { name: 'SocketTimeoutException', message: 'Read timed out' }],
    ['http.client, no answer', 'connection', { name: 'RemoteDisconnected', message: 'Remote end closed connection' }],
    ['requests, nothing listens', 'connection', { name: 'ConnectionError', message: '[Errno 111] Connection refused' }],
    ['httpx, scheme', 'unsupported-scheme', { name: 'UnsupportedProtocol', message: "Request URL has the scheme 'ftp'" }],
    ['httpx, redirects', 'too-many-redirects', { name: 'TooManyRedirects', message: 'Exceeded maximum allowed redirects.' }],
    ['httpx, nothing listens', 'connection', { name: 'ConnectError', message: '[Errno 111] Connection refused' }],
    ['httpx, no address', 'connection', { name: 'ConnectError', message: '[Errno -2] Name or service not known' }],
    ['httpx, all addresses', 'connection', { name: 'ConnectError', message: 'All connection attempts failed' }],
    [
      'httpx, certificate',
      'tls',
      { name: 'ConnectError', message: '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed certificate' },
    ],
    [
      'httpx, no answer',
      'connection',
      { name: 'RemoteProtocolError', message: 'Server disconnected without sending a response.' },
    ],
    [
      'httpx, Location',
      'invalid-location',
      { name: 'RemoteProtocolError', message: 'Invalid URL in location header: Invalid port.' },
    ],
    ['httpx, no answer in time', 'timeout', { name: 'httpx.ReadTimeout', message: '' }],
    [
      'httpx, stream',
      'body-not-replayable',
      { name: 'StreamConsumed', message: 'Attempted to read or stream some content, but the content has already been streamed.' },
    ],
    [
      'requests, with its module',
      'too-many-redirects',
      { name: 'requests.exceptions.TooManyRedirects', message: 'Exceeded 30 redirects.' },
    ],
    [
      'requests, scheme',
      'unsupported-scheme',
      { name: 'InvalidSchema', message: "No connection adapters were found for 'ftp://home.test/'" },
    ],
    ['requests, URL', 'invalid-location', { name: 'InvalidURL', message: "Invalid URL 'http://': No host supplied" }],
    [
      'requests, stream',
      'body-not-replayable',
      { name: 'UnrewindableBodyError', message: 'Unable to rewind request body for redirect.' },
    ],
    [
      'requests, no answer',
      'connection',
      {
        name: 'ConnectionError',
        message: "('Connection aborted.', RemoteDisconnected('Remote end closed connection without response'))",
      },
    ],
    [
      'urllib3, redirects',
      'too-many-redirects',
      {
        name: 'MaxRetryError',
        message:
          "HTTPConnectionPool(host='home.test', port=80): Max retries exceeded with url: /1 (Caused by ResponseError('too many redirects'))",
      },
    ],
    [
      'urllib3, nothing listens',
      'connection',
      {
        name: 'MaxRetryError',
        message: "HTTPConnectionPool(host='home.test', port=80): Max retries exceeded with url: /",
        cause: { name: 'NewConnectionError', message: 'Failed to establish a new connection: [Errno 111] Connection refused' },
      },
    ],
    ['urllib3, URL', 'invalid-location', { name: 'LocationParseError', message: 'Failed to parse: http://[' }],
    ['urllib3, scheme', 'unsupported-scheme', { name: 'URLSchemeUnknown', message: 'Not supported URL scheme ftp' }],
    ['urllib, scheme', 'unsupported-scheme', { name: 'URLError', message: '<urlopen error unknown url type: ftps>' }],
    [
      'aiohttp, redirects',
      'too-many-redirects',
      { name: 'TooManyRedirects', message: "0, message='', url='http://home.test/10'" },
    ],
    [
      'aiohttp, nothing listens',
      'connection',
      {
        name: 'ClientConnectorError',
        message: "Cannot connect to host home.test:80 ssl:default [Connect call failed ('127.0.0.1', 1)]",
      },
    ],
    [
      'aiohttp, certificate',
      'tls',
      { name: 'ClientConnectorCertificateError', message: 'Cannot connect to host home.test:443 ssl:True' },
    ],
    ['aiohttp, no answer', 'connection', { name: 'ServerDisconnectedError', message: 'Server disconnected' }],
    ['aiohttp, broken body', 'connection', { name: 'ClientPayloadError', message: 'Response payload is not completed' }],
    ['aiohttp, scheme', 'unsupported-scheme', { name: 'NonHttpUrlRedirectClientError', message: 'ftp://home.test/' }],
    ['aiohttp, Location', 'invalid-location', { name: 'InvalidUrlRedirectClientError', message: 'http://[' }],
    [
      'Go, redirects',
      'too-many-redirects',
      { name: '*url.Error', message: 'Get "http://home.test/10": stopped after 10 redirects' },
    ],
    [
      'Go, scheme',
      'unsupported-scheme',
      { name: '*url.Error', message: 'Get "ftp://home.test/": unsupported protocol scheme "ftp"' },
    ],
    [
      'Go, Location',
      'invalid-location',
      { name: '*url.Error', message: 'Get "http://[": failed to parse Location header "http://[": missing \']\' in host' },
    ],
    ['Go, no Location', 'invalid-location', { name: '*url.Error', message: 'Get "/": 302 response missing Location header' }],
    [
      'Go, nothing listens',
      'connection',
      { name: '*url.Error', message: 'Get "http://home.test/tls": dial tcp 127.0.0.1:1: connect: connection refused' },
    ],
    ['Go, no answer', 'connection', { name: '*url.Error', message: 'Get "http://home.test/": EOF' }],
    [
      'Go, no answer in time',
      'timeout',
      {
        name: '*url.Error',
        message: 'Get "http://home.test/": context deadline exceeded (Client.Timeout exceeded while awaiting headers)',
      },
    ],
    [
      'Go, TLS',
      'tls',
      { name: '*url.Error', message: 'Get "https://home.test/": http: server gave HTTP response to HTTPS client' },
    ],
    [
      'Go, stream',
      'body-not-replayable',
      {
        name: '*url.Error',
        message: 'http2: Transport: cannot retry err after Request.Body was written; define Request.GetBody to avoid this error',
      },
    ],
    ['Go, size', 'too-large', { name: '*http.MaxBytesError', message: 'http: request body too large' }],
    [
      'Java, redirects',
      'too-many-redirects',
      { name: 'java.net.ProtocolException', message: 'Server redirected too many  times (20)' },
    ],
    ['Java HttpClient, redirects', 'too-many-redirects', { name: 'java.io.IOException', message: 'Too many retries: 5' }],
    [
      'Java HttpClient, no answer in time',
      'timeout',
      { name: 'java.net.http.HttpTimeoutException', message: 'request timed out' },
    ],
    ['Java HttpClient, no connection in time', 'timeout', { name: 'HttpConnectTimeoutException', message: '' }],
    ['Java HttpClient, nothing listens', 'connection', { name: 'java.net.ConnectException', message: 'null' }],
    ['Java HttpClient, no answer', 'connection', { name: 'IOException', message: 'HTTP/1.1 header parser received no bytes' }],
    ['Java HttpClient, scheme', 'unsupported-scheme', { name: 'IllegalArgumentException', message: 'invalid URI scheme ftp' }],
    ['Java HttpClient, Location', 'invalid-location', { name: 'UncheckedIOException', message: 'Invalid redirection' }],
    ['Java, URL', 'invalid-location', { name: 'java.net.URISyntaxException', message: 'Illegal character in path at index 5' }],
    ['Java, scheme', 'unsupported-scheme', { name: 'MalformedURLException', message: 'unknown protocol: foo' }],
    ['OkHttp, redirects', 'too-many-redirects', { name: 'ProtocolException', message: 'Too many follow-up requests: 21' }],
    [
      'Apache HttpClient, redirects',
      'too-many-redirects',
      { name: 'RedirectException', message: 'Maximum redirects (50) exceeded' },
    ],
    [
      'Apache HttpClient, loop',
      'redirect-loop',
      { name: 'CircularRedirectException', message: "Circular redirect to 'http://home.test/'" },
    ],
    ['Apache HttpClient, stream', 'body-not-replayable', { name: 'NonRepeatableRequestException', message: '' }],
    [
      'Guzzle, redirects',
      'too-many-redirects',
      { name: 'TooManyRedirectsException', message: 'Will not follow more than 5 redirects' },
    ],
    ['Guzzle, connection that broke off', 'connection', { name: 'RequestException', message: 'cURL error 18: transfer closed' }],
    [
      'Guzzle, scheme',
      'unsupported-scheme',
      {
        name: 'BadResponseException',
        message: 'Redirect URI, ftp://home.test/file, does not use one of the allowed redirect protocols: http, https',
      },
    ],
    ['Guzzle, Location', 'invalid-location', { name: 'MalformedUriException', message: 'Unable to parse URI: :80/target' }],
    ['Guzzle, stream', 'body-not-replayable', { name: 'RuntimeException', message: 'Cannot seek a PumpStream' }],
    ['HTTParty, redirects', 'too-many-redirects', { name: 'HTTParty::RedirectionTooDeep', message: 'HTTP redirects too deep' }],
    ['HTTParty, scheme', 'unsupported-scheme', { name: 'HTTParty::UnsupportedURIScheme', message: "'g:h' Must be HTTP" }],
    ['HTTParty, two fields', 'invalid-location', { name: 'HTTParty::DuplicateLocationHeader', message: '#<Net::HTTPFound>' }],
    ['Ruby, URL', 'invalid-location', { name: 'URI::InvalidURIError', message: 'bad URI(is not URI?): "1:2"' }],
    ['Ruby, no answer', 'connection', { name: 'EOFError', message: 'end of file reached' }],
    ['open-uri, loop', 'redirect-loop', { name: 'RuntimeError', message: 'HTTP redirection loop: http://home.test/a' }],
    [
      'open-uri, scheme',
      'redirect-refused',
      { name: 'RuntimeError', message: 'redirection forbidden: https://home.test/start -> http://home.test/target' },
    ],
    ['open-uri, Location', 'invalid-location', { name: 'OpenURI::HTTPError', message: '302 Found (Invalid Location URI)' }],
    ['Ruby, no answer in time', 'timeout', { name: 'Net::ReadTimeout', message: 'Net::ReadTimeout with #<TCPSocket:(closed)>' }],
    [
      '.NET, size',
      'too-large',
      {
        name: 'HttpRequestException',
        message: 'Cannot write more bytes to the buffer than the configured maximum buffer size: 1000.',
      },
    ],
    ['curl, redirects', 'too-many-redirects', { name: 'Error', message: 'curl: (47) Maximum (50) redirects followed' }],
    ['curl, redirects, without a code', 'too-many-redirects', { name: 'CurlError', message: 'Maximum (50) redirects followed' }],
    ['curl, exit code', 'too-many-redirects', { name: 'curl', code: '47', message: 'exit code 47' }],
    [
      'curl, exit status',
      'too-many-redirects',
      { name: 'CalledProcessError', message: "Command '['curl', '-L']' returned non-zero exit status 47." },
    ],
    ['pycurl, redirects', 'too-many-redirects', { name: 'pycurl.error', message: "(47, 'Maximum (10) redirects followed')" }],
    [
      'curl, certificate',
      'tls',
      { name: 'Error', message: 'curl: (60) SSL certificate problem: unable to get local issuer certificate' },
    ],
    ['curl, nothing listens', 'connection', { name: 'Error', message: 'curl: (7) Failed to connect to home.test port 80' }],
    ['curl, scheme', 'unsupported-scheme', { name: 'Error', message: 'curl: (1) Protocol "ftp" disabled in libcurl' }],
    ['curl, no answer in time', 'timeout', { name: 'curl', code: '28', message: '' }],
    ['curl, empty answer', 'connection', { name: 'Error', message: 'curl: (52) Empty reply from server' }],
    ['curl, size', 'too-large', { name: 'Error', message: 'curl: (63) Maximum file size exceeded' }],
    ['curl, stream', 'body-not-replayable', { name: 'Error', message: 'curl: (65) necessary data rewind was not possible' }],
    ['libcurl, by name', 'too-many-redirects', { name: 'CurlError', code: 'CURLE_TOO_MANY_REDIRECTS', message: '' }],
    [
      'wget, redirects',
      'too-many-redirects',
      { name: 'wget', code: '8', message: 'Location: http://home.test/21 [following]\n20 redirections exceeded.' },
    ],
    ['wget, network', 'connection', { name: 'wget', code: '4', message: '' }],
    ['wget, certificate', 'tls', { name: 'wget', code: '5', message: "ERROR: cannot verify home.test's certificate" }],
  ])('%s: %s', ([, expected, error]) => {
    expect(classOf(error)).toBe(expected);
  });
});

describe('limits on size', () => {
  test.for<[client: string, error: ThrownError]>([
    ['axios', { name: 'AxiosError', code: 'ERR_BAD_RESPONSE', message: 'maxContentLength size of 1000 exceeded' }],
    ['axios, request', { name: 'AxiosError', code: 'ERR_BAD_REQUEST', message: 'Request body larger than maxBodyLength limit' }],
    ['node-fetch', { name: 'FetchError', code: 'max-size', message: 'content size at http://home.test/ over limit: 1000' }],
    [
      'undici',
      {
        name: 'ResponseExceededMaxSizeError',
        code: 'UND_ERR_RES_EXCEEDED_MAX_SIZE',
        message: 'Response content exceeded max size',
      },
    ],
    ['superagent', { name: 'Error', code: 'ETOOLARGE', message: 'Maximum response size reached' }],
  ])('%s', ([, error]) => {
    expect(classOf(error)).toBe('too-large');
  });
});

describe('the words of a URL do not count:', () => {
  test.for(['http://home.test/too many', 'http://tls.test/certificate', 'https://home.test/redirect-loop?timeout'])(
    '%s',
    (url) => {
      expect(classOf({ name: 'Error', message: `request to ${url} failed` })).toBe('other');
    },
  );
});

describe('a word inside another word does not count:', () => {
  test.for([
    'allocation failed',
    'a relocation of the server',
    'three Locations were sent',
    'the result is uncertain',
    'the subcertificates differ',
    'classless routing is required',
    'unterminated string',
    'no websockets here',
    'timeouts are not set',
    'overtime outage',
    'an uncancelled request',
    'DEBLOCKED stream',
    'CONCERT is over',
    'RECONNECTED',
    'TLSX and SSLX',
  ])('%s', (message) => {
    expect(classOf({ name: 'Error', message })).toBe('other');
  });

  test.for(['NotAnAbortError', 'DisconnectionError', 'TooManyRedirectsWarning', 'TimeoutsError', 'MySSLError'])(
    'the name %s',
    (name) => {
      expect(classOf({ name, message: '' })).toBe('other');
    },
  );

  test.for(['XERR_TLS_HANDSHAKE', 'ECONN', 'NOT_EPIPE', 'PRE_ETIMEDOUT', 'no-redirects'])('the code %s', (code) => {
    expect(classOf({ name: 'Error', code, message: '' })).toBe('other');
  });
});

describe('an error with a cause', () => {
  const reset: ThrownError = { name: 'Error', code: 'ECONNRESET', message: '' };
  const expired: ThrownError = { name: 'Error', code: 'CERT_HAS_EXPIRED', message: '' };
  const inWords: ThrownError = { name: 'Error', message: 'too many redirects' };
  const unknown: ThrownError = { name: 'Error', message: 'failed' };

  test.for<[what: string, expected: ErrorClass, error: ThrownError]>([
    ['has the class of the innermost cause', 'tls', { ...reset, cause: { ...unknown, cause: expired } }],
    ['has its own class if the cause is unknown', 'connection', { ...reset, cause: unknown }],
    ['has the class of its code rather than of the words of the cause', 'connection', { ...reset, cause: inWords }],
    ['has the class of the words of the cause if there is no code', 'too-many-redirects', { ...unknown, cause: inWords }],
    ['has the class other if all is unknown', 'other', { ...unknown, cause: unknown }],
  ])('%s', ([, expected, error]) => {
    expect(classOf(error)).toBe(expected);
  });
});

describe('an aborted request', () => {
  const aborts: readonly ThrownError[] = [
    { name: 'AbortError', code: '20', message: 'This operation was aborted' },
    { name: 'CanceledError', code: 'ERR_CANCELED', message: 'canceled' },
    {
      name: 'TypeError',
      message: 'terminated',
      cause: { name: 'AbortError', code: '20', message: 'The operation was aborted.' },
    },
    { name: 'AxiosError', code: 'ERR_BAD_RESPONSE', message: 'stream has been aborted' },
  ];

  test.for(aborts)('is aborted if the caller aborts, else the connection broke: $name $message', (error) => {
    expect(classOf(error, true)).toBe('aborted');
    expect(classOf(error, false)).toBe('connection');
  });

  test.for<[expected: ErrorClass, error: ThrownError]>([
    ['timeout', { name: 'TimeoutError', code: '23', message: 'The operation was aborted due to timeout' }],
    ['connection', { name: 'FetchError', code: 'ECONNRESET', message: 'Invalid response body: aborted' }],
    ['redirect-refused', { name: 'Error', message: 'redirect refused: the caller wants no more' }],
    ['other', { name: 'Error', message: 'failed' }],
  ])('is not meant by an error of the class %s, whether or not the caller aborts', ([expected, error]) => {
    expect(classOf(error, true)).toBe(expected);
    expect(classOf(error, false)).toBe(expected);
  });
});

/** How errors of a class are written, a text for each spelling that clients use. */
interface Spellings {
  readonly codes: readonly string[];
  readonly names?: readonly string[];
  readonly words?: readonly string[];
}

const spellings: Readonly<Record<Exclude<ErrorClass, 'other'>, Spellings>> = {
  'blocked-address': { codes: ['EBLOCKED'] },
  'redirect-loop': {
    codes: ['ERR_REDIRECT_LOOP'],
    names: ['RedirectLoop', 'RedirectLoopError', 'CircularRedirectException', 'EndlessRedirect'],
    words: ['redirect loop', 'RedirectLoop', 'redirection loop', 'circular redirect'],
  },
  'too-many-redirects': {
    codes: [
      'ERR_TOO_MANY_REDIRECTS',
      'ERR_FR_TOO_MANY_REDIRECTS',
      'CURLE_TOO_MANY_REDIRECTS',
      'TooManyRedirects',
      'max-redirect',
    ],
    names: [
      'TooManyRedirects',
      'TooManyRedirectsError',
      'TooManyRedirectsException',
      'MaxRedirectsError',
      'RedirectLimitReached',
    ],
    words: [
      'too many redirects',
      'Too many retries',
      'too many follow-up requests',
      'redirect count exceeded',
      'redirect limit exceeded',
      'max redirects',
      'maximum redirect',
      'maximum (20) redirects',
      'maximum allowed redirects',
      'maximum number of redirects',
      'exceeded 30 redirects',
      'redirected 20 times',
      'redirected too many  times',
      'stopped after 10 redirects',
      '10 redirections exceeded',
      'not follow more than 10 redirects',
    ],
  },
  'unsupported-scheme': {
    codes: ['ERR_UNSUPPORTED_PROTOCOL', 'ERR_INVALID_PROTOCOL', 'CURLE_UNSUPPORTED_PROTOCOL'],
    names: [
      'UnsupportedProtocol',
      'UnsupportedSchemeError',
      'UnsupportedURIScheme',
      'InvalidSchema',
      'URLSchemeUnknown',
      'NonHttpUrlClientError',
      'NonHttpUrlRedirectClientError',
    ],
    words: [
      'unsupported protocol',
      'unsupported scheme',
      'invalid scheme',
      'invalid URL scheme',
      'invalid URI protocol',
      'HTTP(S) scheme',
      'scheme must be',
      'scheme is not allowed',
      'scheme of this is not supported',
      'protocol is not supported',
      'not supported URL scheme',
      'expected URL scheme',
      'unknown scheme',
      'unknown url type',
      'no connection adapters were found',
      'allowed redirect protocols',
    ],
  },
  'invalid-location': {
    codes: ['ERR_INVALID_URL', 'CURLE_URL_MALFORMAT', 'invalid-redirect'],
    names: [
      'InvalidLocation',
      'InvalidLocationError',
      'InvalidURL',
      'InvalidURLError',
      'InvalidURI',
      'MalformedUriException',
      'DuplicateLocationHeader',
      'InvalidUrlClientError',
      'InvalidUrlRedirectClientError',
      'MissingSchema',
      'LocationValueError',
      'LocationParseError',
      'URISyntaxException',
    ],
    words: [
      'invalid URL',
      'invalid redirect',
      'invalid redirection',
      'failed to parse URL',
      'no protocol: x',
      'URL using bad',
      'no Location',
    ],
  },
  'body-not-replayable': {
    codes: ['unsupported-redirect', 'CURLE_SEND_FAIL_REWIND'],
    names: [
      'BodyNotReplayable',
      'BodyNotReplayableError',
      'UnrewindableBodyError',
      'NonRepeatableRequestException',
      'StreamConsumed',
    ],
    words: [
      'body unusable',
      'body is unusable',
      'body already used',
      'body is not replayable',
      'cannot rewind',
      'unable to rewind',
      'non-retryable',
      'one-shot',
      'cannot seek',
      'ReadableStream is locked',
      'define Request.GetBody',
    ],
  },
  'too-large': {
    codes: [
      'ETOOLARGE',
      'max-size',
      'UND_ERR_RES_EXCEEDED_MAX_SIZE',
      'ERR_FR_MAX_BODY_LENGTH_EXCEEDED',
      'CURLE_FILESIZE_EXCEEDED',
    ],
    names: ['ContentTooLong', 'PayloadTooLargeError', 'ResponseTooLargeException', 'MaxBytesError', 'LengthLimitError'],
    words: [
      'maxContentLength size of 9 exceeded',
      'maxBodyLength limit',
      'content size of 9 is over limit',
      'max body size',
      'maximum response size',
      'larger than max',
      'larger than maxBytes',
      'body too large',
      'response is too big',
      'size limit exceeded',
    ],
  },
  'redirect-refused': {
    codes: ['no-redirect'],
    names: ['RedirectRefused', 'RedirectRefusedError'],
    words: [
      'redirection forbidden',
      'unexpected redirect',
      'redirect mode is set to error',
      'redirect refused',
      'cannot redirect to UNIX socket',
    ],
  },
  timeout: {
    codes: [
      'ETIMEDOUT',
      'ESOCKETTIMEDOUT',
      'UND_ERR_HEADERS_TIMEOUT',
      'UND_ERR_BODY_TIMEOUT',
      'UND_ERR_CONNECT_TIMEOUT',
      'CURLE_OPERATION_TIMEDOUT',
    ],
    names: ['Timeout', 'TimeoutError', 'HttpTimeoutException', 'ReadTimeout', 'timeout'],
    words: ['timed out', 'timeout', 'time out', 'deadline exceeded'],
  },
  aborted: {
    codes: ['ABORT_ERR', 'ERR_ABORTED', 'ERR_CANCELED', 'UND_ERR_ABORTED', 'CURLE_ABORTED_BY_CALLBACK', 'aborted'],
    names: ['AbortError', 'CanceledError', 'Cancel', 'CancellationException', 'TaskCanceledException', 'CancelledError'],
    words: ['aborted', 'canceled', 'cancelled'],
  },
  tls: {
    codes: [
      'CERT_HAS_EXPIRED',
      'DEPTH_ZERO_SELF_SIGNED_CERT',
      'SELF_SIGNED_CERT_IN_CHAIN',
      'ERR_TLS_HANDSHAKE_FAILED',
      'ERR_SSL_WRONG_VERSION',
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      'EPROTO',
      'CERTIFICATE_VERIFY_FAILED',
      'WRONG_VERSION_NUMBER',
      'SSLV3_ALERT_HANDSHAKE_FAILURE',
      'CURLE_SSL_CONNECT_ERROR',
      'CURLE_PEER_FAILED_VERIFICATION',
    ],
    names: ['SSLError', 'SSL', 'TLSException', 'CertificateError', 'ClientConnectorSSLError', 'ClientConnectorCertificateError'],
    words: ['certificate', 'certificates', 'self-signed', 'SSL', 'TLS', 'x509', 'HTTP response to HTTPS client'],
  },
  connection: {
    codes: [
      'ECONNREFUSED',
      'ECONNRESET',
      'EPIPE',
      'ENOTFOUND',
      'EHOSTUNREACH',
      'UND_ERR_SOCKET',
      'CURLE_COULDNT_CONNECT',
      'CURLE_GOT_NOTHING',
      'CURLE_RECV_ERROR',
      'CURLE_PARTIAL_FILE',
    ],
    names: [
      'SocketError',
      'Connection',
      'ConnectionError',
      'ConnectionResetError',
      'gaierror',
      'ClientOSError',
      'ClientConnectionResetError',
    ],
    words: ['socket', 'other side closed', 'connection refused', 'closed connection', 'no such host', 'unexpected EOF', 'EOF'],
  },
};

/** The class of an error that has nothing but these members. */
const classBy = (members: Partial<ThrownError>): ErrorClass => classOf({ name: 'Error', message: '', ...members }, true);

describe.for(Object.entries(spellings))('an error is %s', ([expected, { codes, names = [], words = [] }]) => {
  test.for(codes)('by the code %s', (code) => {
    expect(classBy({ code })).toBe(expected);
  });

  test.for(codes.filter((code) => /^[A-Z][A-Z0-9_]{4,}$/.test(code)))('by a word like the code %s in its message', (code) => {
    expect(classBy({ message: `no: ${code} at 1` })).toBe(expected);
  });

  test.for(names)('by the name %s, also with its module', (name) => {
    expect(classBy({ name })).toBe(expected);
    expect(classBy({ name: `a.module.${name}` })).toBe(expected);
    expect(classBy({ name: `A::Module::${name}` })).toBe(expected);
  });

  test.for(words)('by the words %s, in any case', (text) => {
    expect(classBy({ message: text })).toBe(expected);
    expect(classBy({ message: `because ${text.toUpperCase()}, that is why` })).toBe(expected);
  });
});

test('every class has spellings, except what is none of them', () => {
  expect([...Object.keys(spellings), 'other'].toSorted()).toEqual([...errorClasses].toSorted());
});

test.for<[what: string, error: Partial<ThrownError>]>([
  ['a longer code', { code: 'EBLOCKEDX' }],
  ['a code with something before it', { code: 'XEBLOCKED' }],
  ['a longer name', { name: 'RedirectLoopErrors' }],
  ['a name with something before it', { name: 'MyRedirectLoopError' }],
  ['part of a longer word', { message: 'redirect loops' }],
  ['the end of a longer word', { message: 'xredirect loop' }],
  ['a short word in capitals', { message: 'EPIP' }],
  ['a log of a redirect', { message: 'Location: http://home.test/' }],
  ['a log of a redirect to https', { message: 'Location: https://home.test/' }],
  ['a number of a program that is no code', { name: 'curl', code: '47x' }],
  ['a text that ends in a number', { name: 'curl', code: 'x47' }],
  ['a number in a message that is not of that form', { name: 'pycurl.error', message: 'tried (47, 2)' }],
  ['an exit code of nobody', { message: 'the exit code was 47' }],
  ['an exit code that has no meaning here', { name: 'curl', code: '2' }],
  ['an exit code of another program', { name: 'wget', code: '47' }],
])('an error is of no class by %s', ([, error]) => {
  expect(classBy(error)).toBe('other');
});

describe('the exit code of a program says the class:', () => {
  test.for<[expected: ErrorClass, error: Partial<ThrownError>]>([
    ['unsupported-scheme', { name: 'curl', code: '1' }],
    ['invalid-location', { name: 'CURL', code: '3' }],
    ['connection', { name: 'curl', code: '7' }],
    ['timeout', { name: 'curl', code: '28' }],
    ['tls', { name: 'curl', code: '60' }],
    ['aborted', { name: 'curl', code: '42' }],
    ['too-many-redirects', { name: 'curl', code: '47' }],
    ['too-large', { name: 'curl', code: '63' }],
    ['body-not-replayable', { name: 'curl', code: '65' }],
    ['connection', { name: 'wget', code: '4' }],
    ['tls', { name: 'wget', code: '5' }],
    ['timeout', { name: 'curl', code: 'ERR', message: 'curl: (28) no' }],
    ['timeout', { message: 'curl: (28) no' }],
    ['timeout', { message: '/usr/bin/curl exited with code 28' }],
    ['timeout', { message: 'curl exited: 28, exit status: 28' }],
    ['timeout', { message: 'curl exit code 28' }],
    ['timeout', { message: 'curl failed with exit status code: 28' }],
    ['timeout', { message: 'cURL error 28: no' }],
    ['timeout', { name: 'pycurl.error', message: "(28, 'no')" }],
  ])('%s: %j', ([expected, error]) => {
    expect(classBy(error)).toBe(expected);
  });
});

test('the words of a URL say nothing, but that there is one', () => {
  expect(classBy({ message: 'fetch of http://socket.test/timeout failed' })).toBe('other');
  expect(classBy({ message: 'Invalid http://a.test/' })).toBe('invalid-location');
});

import { describe, expect, test } from 'vitest';
import type { ErrorClass } from '../../suites/vocabulary/error-class.ts';
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
  ])('%s: %s', ([, expected, error]) => {
    expect(classOf(error)).toBe(expected);
  });
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
